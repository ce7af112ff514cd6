package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.template.Samples;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Objects have nothing to do with each other. */
class RenderBlocksPropertyTest {

    private static final Renderer RENDERER =
            new Renderer(Samples.SHIPPED, AsteriskVersion.V22, Stamps.keyed(new byte[16]));

    private static List<SipUserSpec> users(int count) {
        List<SipUserSpec> users = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            users.add(Samples.user("user" + i, i % 2 == 0 ? "basic_user" : "mobile_user", Map.of()));
        }
        return users;
    }

    @Property
    void one_change_alters_only_its_own_block(
            @ForAll("fields") Map<String, String> fields, @ForAll @IntRange(max = 4) int changed) {
        List<SipUserSpec> users = users(5);
        List<List<PjsipElement>> before = blocks(users);
        SipUserSpec other = Samples.user("user" + changed, users.get(changed).templateId(), fields);
        users.set(changed, other);
        List<List<PjsipElement>> after = blocks(users);

        for (int i = 0; i < users.size(); i++) {
            if (i != changed) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        assertThat(after.get(changed)).isEqualTo(RENDERER.user(other));
    }

    @Property
    void a_file_is_its_blocks_one_after_the_other(@ForAll @IntRange(max = 6) int count) {
        List<SipUserSpec> users = users(count);
        StringBuilder joined = new StringBuilder();
        for (SipUserSpec user : users) {
            joined.append(joined.isEmpty() ? "" : "\n")
                    .append(PjsipWriter.toString(new PjsipDocument(RENDERER.user(user))));
        }

        assertThat(PjsipWriter.toString(RENDERER.users(users))).isEqualTo(joined.toString());
    }

    /** The blocks of a whole file, cut at their markers. */
    private static List<List<PjsipElement>> blocks(List<SipUserSpec> users) {
        List<List<PjsipElement>> blocks = new ArrayList<>();
        List<PjsipElement> block = new ArrayList<>();
        for (PjsipElement element : RENDERER.users(users).elements()) {
            block.add(element);
            if (element instanceof Comment comment && comment.isBlockEnd()) {
                blocks.add(List.copyOf(block));
                block.clear();
            }
        }
        assertThat(block).isEmpty();
        assertThat(blocks).hasSameSizeAs(users);
        return blocks;
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        return RenderArbitraries.goodFields();
    }
}
