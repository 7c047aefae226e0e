/**
 * Measures the generators on every backend that works here ({@code ./play --bench-synthesis FILE})
 * and the world made of them ({@code ./play --bench-world FILE}).
 */
package latentwilds.bench;
