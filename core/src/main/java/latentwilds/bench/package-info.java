/**
 * Measures the generators on every backend that works here: {@code ./play --bench-synthesis FILE}.
 */
package latentwilds.bench;
