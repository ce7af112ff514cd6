package io.sipwright.spring;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Where our store has its tables. */
record StoreDataSource(DataSource dataSource) {

    /**
     * Takes a proxy off that gives the connection of the caller's transaction, which we would commit; transaction managers
     * unwrap it as well.
     */
    static DataSource withoutProxy(DataSource dataSource) {
        DataSource target =
                dataSource instanceof TransactionAwareDataSourceProxy proxy ? proxy.getTargetDataSource() : null;
        return target == null ? dataSource : target;
    }
}
