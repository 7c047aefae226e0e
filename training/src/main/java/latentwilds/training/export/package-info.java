/**
 * Models for the game and for others: the game's own folder, PyTorch's {@code state_dict} layout,
 * and ONNX. Takes a run's averaged generator or a model folder; every format carries licence,
 * credits, labels and their codes. Nothing is trained here.
 */
package latentwilds.training.export;
