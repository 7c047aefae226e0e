/** What changes entities, in this order: hero and creatures decide, bodies move. */
package latentwilds.entity.system;
