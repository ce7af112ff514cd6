package io.sipwright;

import io.sipwright.apply.Node;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.render.Renderer;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.StoreWriting;
import io.sipwright.target.EditedFile;
import io.sipwright.target.Target;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes edits of our files over into the store. */
record EditAdoption(
        TemplateCatalog catalog, AsteriskVersion version, TrunkKind trunkKind, SipUserKind userKind, List<Node> nodes) {

    Optional<Provisioned<List<String>>> adopt(Changing changing, String name) {
        Target target = nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("node", name))
                .target();
        Optional<EditedFile> trunks = target.edited(Renderer.TRUNKS_FILE);
        Optional<EditedFile> users = target.edited(Renderer.USERS_FILE);
        if (trunks.isEmpty() && users.isEmpty()) {
            return Optional.empty();
        }
        Runnable acknowledge =
                () -> Stream.of(trunks, users).flatMap(Optional::stream).forEach(target::acknowledge);
        return Optional.of(changing.committing(acknowledge).change(writing -> write(name, trunks, users, writing)));
    }

    private List<String> write(
            String node, Optional<EditedFile> trunks, Optional<EditedFile> users, StoreWriting writing) {
        List<String> reasons = new ArrayList<>();
        List<TrunkSpec> editedTrunks = new ArrayList<>();
        List<SipUserSpec> editedUsers = new ArrayList<>();
        trunks.ifPresent(edit -> {
            EditedSections sections = new EditedSections(edit, version, reasons);
            try (Stream<Trunk> all = writing.trunks().stream()) {
                all.map(trunkKind::specOf)
                        .forEach(spec -> sections.refit(
                                        spec, trunkKind.render(spec), catalog.provider(spec.templateId()))
                                .map(fit -> spec.withFields(fit.fields()).withOverrides(fit.overrides()))
                                .ifPresent(editedTrunks::add));
            }
            sections.refuseRest();
        });
        users.ifPresent(edit -> {
            EditedSections sections = new EditedSections(edit, version, reasons);
            try (Stream<SipUser> all = writing.users().stream()) {
                all.map(userKind::specOf)
                        .forEach(spec -> sections.refit(
                                        spec, userKind.render(spec), catalog.userTemplate(spec.templateId()))
                                .map(fit -> spec.withFields(fit.fields()).withOverrides(fit.overrides()))
                                .ifPresent(editedUsers::add));
            }
            sections.refuseRest();
        });
        if (!reasons.isEmpty()) {
            throw new UnadoptableEditException(node, reasons);
        }
        new BatchWriting(trunkKind, userKind)
                .writeAll(new Batch(editedTrunks, editedUsers), writing, BatchProgress.ignored());
        return Stream.concat(
                        editedTrunks.stream().map(TrunkSpec::name),
                        editedUsers.stream().map(SipUserSpec::name))
                .toList();
    }
}
