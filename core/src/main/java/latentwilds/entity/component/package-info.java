/** What entities are made of: plain data with public fields. */
package latentwilds.entity.component;
