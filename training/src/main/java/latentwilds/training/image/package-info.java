/**
 * One picture at a time: from the bytes of any common format to straight ARGB, upright, at the size
 * that is wanted; what can be measured about it; and what looks the same. Knows no data sets; used
 * by {@code latentwilds.training.dataset}.
 */
package latentwilds.training.image;
