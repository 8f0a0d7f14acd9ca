import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/** What lies above the window: a dialog, a menu, a list that drops down. The last one is the topmost. */
interface Layer {
  root: HTMLElement
  /** Where the focus was when it opened. */
  opener: Trail
  /** Called for Escape instead of closing, while the layer may not be closed. */
  held: (() => void) | null
  /** Closes it; null where only the key itself does, pressed inside of it. */
  close: (() => void) | null
}

/** Where the focus is or was: an element, then what it stood in, from the inside outwards. */
type Trail = readonly HTMLElement[]

/** Marks what manages focus and keys by itself, by the convention of react-aria. */
const OWN_TOP_LAYER = '[data-react-aria-top-layer]'
/** Where the focus goes when nothing is left of where it was. */
const HOME = ['[data-pane="reader"]', '[data-pane]', 'main[tabindex]']

const layers: Layer[] = []
/** By the roots of layers, also of those that are gone: a menu may open a dialog and be gone before it. */
const openers = new WeakMap<Element, Trail>()
let last: Trail = []
/** An element that was disabled while it had the focus, and where the focus went. */
let displaced: { from: HTMLElement; to: HTMLElement } | null = null

function trailOf(element: Element): Trail {
  const trail: HTMLElement[] = []
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
    if (at instanceof HTMLElement) trail.push(at)
  }
  return trail
}

/** A trail that goes on, at the root of a layer, to what opened that. */
function continued(trail: Trail): Trail {
  const at = trail.findIndex((element) => openers.has(element))
  return at < 0 ? trail : [...trail.slice(0, at + 1), ...continued(openers.get(trail[at]!)!)]
}

function holdsFocus(element: Element | null): element is HTMLElement {
  return element !== null && element !== document.body && !element.matches(':disabled')
}

function trailNow(): Trail {
  const { activeElement } = document
  return activeElement && holdsFocus(activeElement) && !activeElement.closest(OWN_TOP_LAYER)
    ? trailOf(activeElement)
    : last
}

/** Tries to give an element the focus. False when it can't take it: it's gone, hidden, disabled, or not made for it. */
function takes(element: HTMLElement): boolean {
  if (!element.isConnected || element.matches(':disabled')) return false
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

function findHome(trail: Trail): HTMLElement | undefined {
  const pane = trail.find((element) => element.dataset['pane'] !== undefined)?.dataset['pane']
  for (const selector of [...(pane === undefined ? [] : [`[data-pane="${pane}"]`]), ...HOME]) {
    const found = document.querySelector<HTMLElement>(selector)
    if (found && takes(found)) return found
  }
  return undefined
}

/** Gives the focus to the first element of a trail that can take it, within the topmost layer if there is one. */
function settle(lost: Trail): void {
  const trail = continued(lost)
  const top = layers.at(-1)
  const allowed = top ? [...trail.filter((element) => top.root.contains(element)), top.root] : trail
  const to = allowed.find(takes) ?? (top ? undefined : findHome(trail))
  const [from] = allowed
  displaced = from && to && from !== to && from.isConnected ? { from, to } : null
}

/** Mends a focus that fell to the page because its element was removed or disabled; gives it back to one that is enabled again. */
function mend(): void {
  const { activeElement } = document
  if (displaced) {
    const { from, to } = displaced
    if (activeElement !== to || !from.isConnected) displaced = null
    else if (!from.matches(':disabled')) {
      displaced = null
      takes(from)
      return
    }
  }
  if (holdsFocus(activeElement)) return
  const [lost] = last
  // Whoever clicks on nothing takes the focus away on purpose; a layer never does without it.
  const gone = lost !== undefined && (!lost.isConnected || lost.matches(':disabled'))
  if (gone || layers.length > 0) settle(last)
}

/**
 * Escape belongs to the topmost layer wherever the focus is: what isn't pressed inside of it is passed on to it, as if it were. One stroke,
 * however long, closes one layer.
 */
function onKeyDown(event: KeyboardEvent): void {
  const top = layers.at(-1)
  if (event.key !== 'Escape' || event.isComposing || !top) return
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(OWN_TOP_LAYER) && !top.root.contains(target)) return
  if (top.held === null && target && top.root.contains(target)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (event.repeat) return
  if (top.held) top.held()
  // At once, since an overlay of react-aria heeds keys only some time after it shows.
  else if (top.close) top.close()
  else
    top.root.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true })
    )
}

function onFocusIn({ target }: FocusEvent): void {
  if (target instanceof Element && holdsFocus(target) && !target.closest(OWN_TOP_LAYER)) last = trailOf(target)
}

/** Keeps the focus in the window, and Escape with what lies on top, until the returned function is called. */
export function startFocusKeeper(): () => void {
  const observer = new MutationObserver(mend)
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'inert'] })
  window.addEventListener('keydown', onKeyDown, true)
  document.addEventListener('focusin', onFocusIn, true)
  return () => {
    observer.disconnect()
    window.removeEventListener('keydown', onKeyDown, true)
    document.removeEventListener('focusin', onFocusIn, true)
  }
}

function open(root: HTMLElement, noted: Trail): Layer {
  const opener = root.contains(document.activeElement) ? noted : trailNow()
  const layer: Layer = { root, opener, held: null, close: null }
  layers.push(layer)
  openers.set(root, opener)
  return layer
}

function close(layer: Layer): void {
  layers.splice(layers.indexOf(layer), 1)
  // Once it is out of the page. Whoever has taken the focus by then, such as a dialog in its place, keeps it.
  queueMicrotask(() => {
    if (!holdsFocus(document.activeElement)) settle(layer.opener)
  })
}

/**
 * Makes an element a layer: while it is there, Escape is its own wherever the focus is, and a focus that is lost comes back to it. When it
 * goes, the focus returns to where it was when the layer opened, or as near to that as something is left.
 *
 * `onClose` closes it. With `held`, Escape doesn't close the layer but calls that. `takeFocus` moves the focus to the element itself, unless something in it took
 * it already. Answers the element's ref.
 */
export function useLayer(options: { held?: (() => void) | null; onClose?: () => void; takeFocus?: boolean } = {}) {
  const { held = null, onClose = null, takeFocus = false } = options
  const [noted] = useState(trailNow)
  const layer = useRef<Layer | null>(null)
  useLayoutEffect(() => {
    if (layer.current) Object.assign(layer.current, { held, close: onClose })
  })
  return useCallback(
    (root: HTMLElement | null) => {
      if (layer.current) close(layer.current)
      layer.current = root && open(root, noted)
      if (root && takeFocus && !root.contains(document.activeElement)) root.focus({ preventScroll: true })
    },
    [noted, takeFocus]
  )
}
