package io.sipwright;

import io.sipwright.apply.ApplyEngine;
import io.sipwright.apply.Node;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.validation.SpecValidator;
import java.util.List;
import java.util.function.Function;

/**
 * What all views of one {@link Sipwright} share, whoever they change something for.
 *
 * @param validators makes the validator for a catalogue, with the settings
 */
record Parts(
        TemplateCatalog catalog,
        AsteriskVersion asteriskVersion,
        TrunkKind trunkKind,
        SipUserKind userKind,
        Observing observing,
        GoingBack goingBack,
        ConfirmationWatch watch,
        EditAdoption edits,
        AdoptingListener adopting,
        ApplyEngine engine,
        Function<TemplateCatalog, SpecValidator> validators) {

    static Parts of(SipwrightBuilder settings) {
        Function<TemplateCatalog, SpecValidator> validators = settings.validators();
        SpecValidator validator = validators.apply(settings.catalog);
        Stamps stamps = settings.stamps == null ? Stamps.keyed(settings.store.stampKey()) : settings.stamps;
        Renderer renderer = new Renderer(settings.catalog, settings.asteriskVersion, stamps);
        List<Node> nodes = settings.requiredNodes();
        Explaining explaining = new Explaining(settings.asteriskVersion, renderer, nodes);
        TrunkKind trunkKind = new TrunkKind(validator, renderer, settings.catalog, explaining);
        SipUserKind userKind = new SipUserKind(validator, renderer, settings.catalog, explaining, settings.digestRealm);
        Observing observing = new Observing(settings.requiredObservers());
        GoingBack goingBack = new GoingBack(new RestoringAll(trunkKind, userKind));
        ConfirmationWatch watch = new ConfirmationWatch(
                goingBack,
                () -> FallenRegistrations.since(observing, trunkKind, settings.registrationGrace),
                settings.threads);
        EditAdoption edits = new EditAdoption(settings.catalog, settings.asteriskVersion, trunkKind, userKind, nodes);
        AdoptingListener adopting = new AdoptingListener(edits, settings.threads);
        ApplyEngine engine = new ApplyEngine(
                new WatchedStore(settings.store, watch::begin),
                renderer,
                nodes,
                settings.applySettings,
                adopting.and(settings.listeners),
                settings.threads);
        return new Parts(
                settings.catalog,
                settings.asteriskVersion,
                trunkKind,
                userKind,
                observing,
                goingBack,
                watch,
                edits,
                adopting,
                engine,
                validators);
    }

    /** Has changes made in a store, as the settings say. */
    Changing changing(SipwrightBuilder settings) {
        Changing changing =
                new Changing(settings.store, settings.actor, engine, settings.applying, watch, null, () -> {});
        watch.watch(changing.as(ProvisioningStore.SYSTEM));
        adopting.begin(changing.as(ProvisioningStore.SYSTEM));
        return changing;
    }

    BatchWriting batches() {
        return new BatchWriting(trunkKind, userKind);
    }

    /** How objects change when a catalogue takes the place of another. */
    UpgradePlanning upgrade(TemplateCatalog from, TemplateCatalog to) {
        return new UpgradePlanning(
                new UpgradePlanning.Side(from, validators.apply(from)),
                new UpgradePlanning.Side(to, validators.apply(to)),
                asteriskVersion);
    }

    Upgrading upgrading() {
        return new Upgrading(trunkKind, userKind);
    }
}
