/** An attribute that is kept in the DOM under a `data-` name, and not copied when a block is split in two. */
export function attribute(name: string, keepOnSplit = false) {
  return {
    default: null,
    keepOnSplit,
    parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name.toLowerCase()}`),
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] == null ? {} : { [`data-${name.toLowerCase()}`]: String(attributes[name]) }
  }
}
