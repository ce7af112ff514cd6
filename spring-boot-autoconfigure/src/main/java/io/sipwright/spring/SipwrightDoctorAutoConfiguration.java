package io.sipwright.spring;

import io.sipwright.ami.Doctor;
import io.sipwright.pjsip.AsteriskVersion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the {@link SipwrightDoctor}. */
@AutoConfiguration(after = SipwrightAutoConfiguration.class)
@ConditionalOnClass(Doctor.class)
@ConditionalOnBean({SipwrightNodes.class, AsteriskVersion.class})
public final class SipwrightDoctorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(SipwrightDoctor.class)
    AmiDoctor sipwrightDoctor(SipwrightNodes nodes, AsteriskVersion version, ObjectProvider<NodeExaminer> examiners) {
        return new AmiDoctor(nodes, version, examiners.orderedStream().toList());
    }
}
