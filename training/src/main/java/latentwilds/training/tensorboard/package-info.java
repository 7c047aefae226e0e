/**
 * Event files that TensorBoard reads: protocol buffers in TFRecord frames, written without
 * TensorFlow. Used by {@code latentwilds.training.report}; knows nothing about training.
 */
package latentwilds.training.tensorboard;
