package pe.comanda.query.menu;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.domain.menu.MenuQuery.RenderedMenu;
import pe.comanda.query.shared.Tenant;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The menus, rendered once per change and answered from memory. What a batch of the projection has
 * changed is rendered again when somebody asks after its commit.
 */
@Component
class RenderedMenus {
    private static final String CHANGED = "menu:changed";
    private static final long BYTES = 128L * 1024 * 1024;

    private final MenuRenderer renderer;
    private final Cache<Tenant, RenderedMenu> menus;

    /** Where other nodes read events too, what is in memory is trusted for a second only. */
    RenderedMenus(
            MenuRenderer renderer, @Value("${comanda.event-store:postgres}") String eventStore) {
        this.renderer = renderer;
        var builder =
                Caffeine.newBuilder()
                        .maximumWeight(BYTES)
                        .weigher((Tenant _, RenderedMenu menu) -> menu.json().length + 200);
        if (!eventStore.equals("postgres")) {
            builder.expireAfterWrite(Duration.ofSeconds(1));
        }
        this.menus = builder.build();
    }

    RenderedMenu of(Tenant tenant) {
        var known = menus.getIfPresent(tenant);
        return known == null ? menus.asMap().computeIfAbsent(tenant, renderer::render) : known;
    }

    /** Called within the projection's batch. */
    void changedIn(Tenant tenant) {
        var batch = CurrentUnitOfWork.get().root();
        Set<Tenant> changed =
                batch.getOrComputeResource(
                        CHANGED,
                        _ -> {
                            batch.afterCommit(done -> forget(done.root().getResource(CHANGED)));
                            return new HashSet<>();
                        });
        changed.add(tenant);
    }

    void forgetAll() {
        menus.invalidateAll();
    }

    /** Waits for a rendering under way: it may have read what was before the commit. */
    private void forget(Set<Tenant> changed) {
        changed.forEach(tenant -> menus.asMap().remove(tenant));
    }
}
