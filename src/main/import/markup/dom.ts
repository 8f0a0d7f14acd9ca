import { parseHTML } from 'linkedom'

/**
 * The part of the DOM that importers use. The project's main process is compiled without the DOM's types; imported pages are
 * parsed by linkedom, which runs no script and loads nothing.
 */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly parentNode: DomElement | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly previousSibling: DomNode | null
  readonly childNodes: ArrayLike<DomNode> & Iterable<DomNode>
  textContent: string | null
}

export interface DomElement extends DomNode {
  readonly tagName: string
  readonly children: ArrayLike<DomElement> & Iterable<DomElement>
  readonly parentElement: DomElement | null
  readonly firstElementChild: DomElement | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>
  closest(selector: string): DomElement | null
  append(...nodes: (DomNode | string)[]): void
  replaceWith(...nodes: (DomNode | string)[]): void
  remove(): void
}

export interface DomDocument {
  readonly documentElement: DomElement
  readonly head: DomElement
  readonly body: DomElement
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>
  createElement(name: string): DomElement
}

export const ELEMENT = 1
export const TEXT = 3
export const CDATA = 4

const HEAD_ONLY = new Set(['TITLE', 'META', 'LINK', 'BASE', 'STYLE', 'SCRIPT', 'NOSCRIPT'])

/**
 * Parses HTML into a document that always has `html`, `head` and `body`: linkedom, unlike a browser, adds no element that
 * the source leaves out. Shadow roots that a saved page carries as templates are opened, other templates dropped.
 */
export function parsePage(html: string): DomDocument {
  const parsed = (parseHTML(html) as unknown as { document: DomDocument & { childNodes: Iterable<DomNode> } }).document
  const root = [...parsed.childNodes].find((node) => node.nodeName === 'HTML') as DomElement | undefined
  const whole =
    root &&
    [...root.children].map((child) => child.tagName).join(' ') === 'HEAD BODY' &&
    onlyRoot(parsed.childNodes, root)
  const document = whole ? parsed : completed(parsed.childNodes, root)
  for (const template of [...document.querySelectorAll('template')]) {
    if (template.hasAttribute('shadowrootmode') || template.hasAttribute('shadowroot'))
      template.replaceWith(...template.childNodes)
    else template.remove()
  }
  return document
}

function onlyRoot(nodes: Iterable<DomNode>, root: DomElement): boolean {
  return [...nodes].every(
    (node) =>
      node === root || (node.nodeType !== ELEMENT && node.nodeType !== TEXT) || (node.textContent ?? '').trim() === ''
  )
}

/** A new document with the loose nodes sorted into head and body, as a browser's parser would. */
function completed(nodes: Iterable<DomNode>, root: DomElement | undefined): DomDocument {
  const empty = parseHTML('<!doctype html><html><head></head><body></body></html>') as unknown as {
    document: DomDocument
  }
  const { document } = empty
  for (const name of ['lang', 'xml:lang', 'dir']) {
    const value = root?.getAttribute(name)
    if (value != null) document.documentElement.setAttribute(name, value)
  }
  const loose = [...nodes].flatMap((node) => (node === root ? [...root.childNodes] : [node]))
  let inBody = false
  for (const node of loose.flatMap((node) =>
    node.nodeName === 'HEAD' || node.nodeName === 'BODY' ? [...node.childNodes] : [node]
  )) {
    if (node.nodeType !== ELEMENT && node.nodeType !== TEXT) continue
    const blank = node.nodeType === TEXT && (node.textContent ?? '').trim() === ''
    inBody ||= !blank && !HEAD_ONLY.has(node.nodeName)
    const target = inBody ? document.body : document.head
    target.append(node)
  }
  return document
}

/** How deep elements are nested, counted without recursion. */
export function depthOf(root: DomElement): number {
  let depth = 0
  let deepest = 0
  let node: DomNode | null = root
  while (node) {
    if (node.firstChild) {
      node = node.firstChild
      deepest = Math.max(deepest, ++depth)
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    if (!node || node === root) break
    node = node.nextSibling
  }
  return deepest
}
