/**
 * What people see of a run and of its generator: logs, sample sheets, TensorBoard events, plots and
 * the HTML report while it trains, interpolations and the model's card after it. Above {@code run},
 * {@code loop}, {@code dataset} and {@code tensorboard}; used by {@code cli}. What only watches
 * ({@code EventsListener}, {@code PlotsListener}, {@code ReportListener}) never stops a training.
 */
package latentwilds.training.report;
