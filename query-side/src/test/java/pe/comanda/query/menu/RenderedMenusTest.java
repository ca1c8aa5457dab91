package pe.comanda.query.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.menu.MenuQuery.RenderedMenu;
import pe.comanda.query.shared.Tenant;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RenderedMenusTest {
    private static final Tenant HERE = new Tenant("org-1", "branch-1");
    private static final Tenant THERE = new Tenant("org-1", "branch-2");

    private final MenuRenderer renderer = mock();
    private final RenderedMenus menus = new RenderedMenus(renderer, "postgres");
    private final AtomicInteger renderings = new AtomicInteger();

    @BeforeEach
    void every_rendering_has_its_own_tag() {
        when(renderer.render(any()))
                .thenAnswer(_ -> new RenderedMenu(new byte[0], "v" + renderings.incrementAndGet()));
    }

    @Test
    void a_menu_is_rendered_once_however_often_it_is_read() {
        assertThat(menus.of(HERE).etag()).isEqualTo("v1");
        assertThat(menus.of(HERE).etag()).isEqualTo("v1");
        verify(renderer, times(1)).render(HERE);
    }

    @Test
    void it_is_rendered_again_after_the_commit_of_a_change_and_not_before() {
        var before = menus.of(HERE);
        var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("change"));
        menus.changedIn(HERE);
        menus.changedIn(HERE);
        assertThat(menus.of(HERE)).isSameAs(before);
        batch.commit();
        assertThat(menus.of(HERE)).isNotSameAs(before);
    }

    @Test
    void a_change_that_is_rolled_back_costs_nothing() {
        var before = menus.of(HERE);
        var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("change"));
        menus.changedIn(HERE);
        batch.rollback();
        assertThat(menus.of(HERE)).isSameAs(before);
    }

    @Test
    void the_menus_of_other_branches_stay() {
        var there = menus.of(THERE);
        var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("change"));
        menus.changedIn(HERE);
        batch.commit();
        assertThat(menus.of(THERE)).isSameAs(there);
    }

    @Test
    void a_rendering_that_read_before_the_commit_does_not_outlive_it() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        when(renderer.render(HERE))
                .thenAnswer(
                        _ -> {
                            reading.countDown();
                            assertThat(goOn.await(5, TimeUnit.SECONDS)).isTrue();
                            return new RenderedMenu(new byte[0], "old");
                        })
                .thenReturn(new RenderedMenu(new byte[0], "new"));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var reader = pool.submit(() -> menus.of(HERE));
            assertThat(reading.await(5, TimeUnit.SECONDS)).isTrue();
            var writer =
                    pool.submit(
                            () -> {
                                var batch =
                                        DefaultUnitOfWork.startAndGet(
                                                GenericEventMessage.asEventMessage("change"));
                                menus.changedIn(HERE);
                                batch.commit();
                            });
            goOn.countDown();
            reader.get(5, TimeUnit.SECONDS);
            writer.get(5, TimeUnit.SECONDS);
        }
        assertThat(menus.of(HERE).etag()).isEqualTo("new");
    }
}
