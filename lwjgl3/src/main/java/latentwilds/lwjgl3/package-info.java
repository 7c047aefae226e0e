/** The desktop launcher: window configuration and command-line options, nothing else. */
package latentwilds.lwjgl3;
