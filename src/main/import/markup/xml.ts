import { DOMParser } from 'linkedom'
import { decode } from '../encoding/decode.ts'
import { xmlEncoding } from '../encoding/html-charset.ts'
import { ELEMENT, type DomElement, type DomNode } from './dom.ts'
import { oneLine } from '../extracted/wording.ts'

/**
 * Parses XML. The parser knows no document types: entities that one declares aren't expanded, nothing is loaded, and a fault ends in what could
 * be read.
 */
export function parseXml(bytes: Uint8Array): DomNode {
  const { text } = decode(bytes, xmlEncoding)
  const source = text.replace(/<!DOCTYPE(?:[^>[]|\[[\s\S]*?\]\s*(?=>))*>/gi, '')
  return new DOMParser().parseFromString(source, 'text/xml') as unknown as DomNode
}

/** An element's name without its namespace's prefix. */
export function localName(node: DomNode): string {
  const name = node.nodeName
  return name.slice(name.indexOf(':') + 1)
}

/** The elements below a node in document order, without recursion. */
export function* elementsOf(root: DomNode): Generator<DomElement> {
  let node: DomNode | null = root.firstChild
  while (node) {
    if (node.nodeType === ELEMENT) yield node as DomElement
    if (node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode
    node = node === root ? null : (node?.nextSibling ?? null)
  }
}

/** The elements below a node that have a local name. */
export function named(root: DomNode, name: string): DomElement[] {
  return [...elementsOf(root)].filter((element) => localName(element) === name)
}

/** An attribute by its local name. */
export function attribute(element: DomElement, name: string): string | null {
  const attributes = (element as unknown as { attributes: Iterable<{ name: string; value: string }> }).attributes
  for (const each of attributes) if (each.name.slice(each.name.indexOf(':') + 1) === name) return each.value
  return null
}

/** The text of the first element of a local name; null when there is none or it's empty. */
export function textOf(root: DomNode, name: string): string | null {
  for (const element of elementsOf(root)) {
    if (localName(element) !== name) continue
    const text = oneLine(element.textContent ?? '')
    if (text !== '') return text
  }
  return null
}
