package pe.comanda.boot.axon;

import com.github.benmanes.caffeine.cache.Cache;

import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Axon's cache on Caffeine. Nothing listens to it, so listeners are refused rather than ignored.
 */
final class StrongCache implements org.axonframework.common.caching.Cache {
    private final Cache<Object, Object> entries;

    StrongCache(Cache<Object, Object> entries) {
        this.entries = entries;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> @Nullable V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T computeIfAbsent(Object key, Supplier<T> supplier) {
        return (T) entries.get(key, _ -> supplier.get());
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        var unused = entries.asMap().computeIfPresent(key, (_, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("Nothing listens to the aggregate cache");
    }
}
