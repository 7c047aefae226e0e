/**
 * The plain-Java backend: no native code, every machine. It is the oracle that other backends are
 * compared with, and the last fallback.
 */
package latentwilds.synthesis.reference;
