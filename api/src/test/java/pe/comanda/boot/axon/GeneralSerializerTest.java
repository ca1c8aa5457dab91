package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.Samples;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Tokens, metadata and messages survive the journey; without replay tokens nothing is replayed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneralSerializerTest {
    private static final Serializer GENERAL =
            new AxonConfiguration().serializer(new AnnotationRevisionResolver());

    @Test
    void a_replay_token_remembers_where_it_began_and_where_it_is() {
        var reset = GapAwareTrackingToken.newInstance(120, List.of(117L, 118L));
        var replay =
                (ReplayToken)
                        ReplayToken.createReplayToken(
                                reset, GapAwareTrackingToken.newInstance(40, List.of()));

        var read = (ReplayToken) journey(replay);

        assertThat(read).isEqualTo(replay);
        assertThat(read.getTokenAtReset()).isEqualTo(reset);
        assertThat(ReplayToken.isReplay(read)).isTrue();
    }

    @Test
    void a_replay_from_the_very_beginning_survives_too() {
        var reset = new GlobalSequenceTrackingToken(99);
        var replay = (ReplayToken) ReplayToken.createReplayToken(reset);
        assertThat(((ReplayToken) journey(replay)).getTokenAtReset()).isEqualTo(reset);
    }

    @Test
    void metadata_comes_back_as_texts() {
        var metadata =
                MetaData.from(Caller.system("org-1", "branch-1", "correlation-1").toMetadata());
        assertThat(journey(metadata)).isEqualTo(metadata);
    }

    @Test
    void instants_keep_their_microseconds_and_decimals_their_scale() {
        var rate = new Terms("PEN", TaxRegime.GENERAL, new BigDecimal("0.180"), BigDecimal.ZERO);
        assertThat(((Terms) journey(rate)).rate()).isEqualTo(new BigDecimal("0.180"));

        var view = Samples.of(pe.comanda.domain.ordering.OrderView.class);
        var read = (pe.comanda.domain.ordering.OrderView) journey(view);
        assertThat(read.placedAt()).isEqualTo(Instant.parse("2026-11-21T18:05:10.123456Z"));
        assertThat(read).isEqualTo(view);
    }

    @Test
    void money_is_a_text_and_never_a_floating_number() {
        var json =
                EventSerializer.create()
                        .serialize(Samples.of(OrderPlaced.class), String.class)
                        .getData();
        assertThat(json).contains("\"total\":\"38.50\"").doesNotContain("38.5,", "38.5}");
        assertThat(Money.of("0.10")).hasToString("0.10");
    }

    private static Object journey(Object thing) {
        return GENERAL.deserialize(GENERAL.serialize(thing, byte[].class));
    }
}
