package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks of objects. */
class RendererTest {

    private final Renderer renderer = new Renderer(Samples.SHIPPED, AsteriskVersion.V22, Stamps.keyed(new byte[16]));
    private final TrunkSpec trunk = Samples.trunk("telnyx");
    private final SipUserSpec user = Samples.user("mobile_user");

    @Test
    void a_trunk_stands_between_markers() {
        List<PjsipElement> block = renderer.trunk(trunk);

        assertThat(block.get(0)).isEqualTo(new Comment("=== TRUNK: main_telnyx ==="));
        assertThat(block.get(block.size() - 1)).isEqualTo(new Comment("=== END TRUNK: main_telnyx ==="));
        assertThat(block.subList(1, block.size() - 1))
                .hasSize(5)
                .allSatisfy(element ->
                        assertThat(((Section) element).first(Stamps.OPTION)).isPresent());
    }

    @Test
    void the_marker_of_a_user_says_which_kind() {
        List<PjsipElement> block = renderer.user(user);

        assertThat(block.get(0)).isEqualTo(new Comment("=== SIP USER: alice (Mobile SIP User) ==="));
        assertThat(block.get(4)).isEqualTo(new Comment("=== END SIP USER: alice ==="));
    }

    @Test
    void what_is_not_active_is_not_rendered() {
        assertThat(renderer.trunk(trunk.toBuilder().active(false).build())).isEmpty();
        assertThat(renderer.user(user.toBuilder().active(false).build())).isEmpty();
        assertThat(renderer.users(List.of()).elements()).isEmpty();
    }

    @Test
    void several_stand_in_the_order_given() {
        SipUserSpec bob = Samples.user("bob", "basic_user", Map.of());

        assertThat(renderer.users(List.of(bob, user)).sections())
                .extracting(Section::name)
                .containsExactly("bob", "bob", "bob", "alice", "alice", "alice");
        assertThat(renderer.trunks(List.of(trunk, trunk.toBuilder().name("two").build()))
                        .elements())
                .hasSize(14);
    }

    @Test
    void an_unknown_template_is_an_error_that_shows_no_value() {
        assertThatThrownBy(
                        () -> renderer.trunk(trunk.toBuilder().provider("gone").build()))
                .isInstanceOf(UnknownTemplateException.class)
                .hasMessageContaining("main_telnyx")
                .hasMessageContaining("gone")
                .hasMessageNotContaining(Samples.PASSWORD);
        assertThatThrownBy(
                        () -> renderer.user(user.toBuilder().template("telnyx").build()))
                .isInstanceOf(UnknownTemplateException.class);
    }

    @Test
    void notes_are_not_rendered() {
        assertThat(renderer.user(user.toBuilder().notes("n").build())).isEqualTo(renderer.user(user));
    }
}
