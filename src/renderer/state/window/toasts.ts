import { create } from 'zustand'
import type { Failure } from '../../../shared/errors/errors.ts'
import { forgetWithCase } from './forget.ts'

export interface Toast {
  id: number
  tone: 'info' | 'error'
  text: string
  action?: { label: string; run: () => void }
}

/** How long a message without a failure stays, and for how long at least once it isn't looked at any more. */
const STAY_MS = 7000
const AFTER_MS = 2000

let isLookedAt = false

/** Says whether the pointer or the focus is on the messages: none goes meanwhile. */
export function lookAtToasts(isLooked: boolean): void {
  isLookedAt = isLooked
}

export const useToasts = create<{ toasts: Toast[]; announcement: string }>(() => ({ toasts: [], announcement: '' }))

let next = 1

forgetWithCase(() => useToasts.setState({ toasts: [], announcement: '' }))

/** Adds a message at the end, in place of one that says the same and offers nothing to do about it. */
function add(toast: Omit<Toast, 'id'>): number {
  const id = next++
  const isSame = ({ tone, text, action }: Toast): boolean =>
    tone === toast.tone && text === toast.text && !action && !toast.action
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((shown) => !isSame(shown)).slice(-3), { ...toast, id }]
  }))
  return id
}

/** Shows a message for a while, with at most one thing to do about it. */
export function showMessage(text: string, action?: Toast['action']): void {
  const id = add({ tone: 'info', text, ...(action ? { action } : {}) })
  const end = (): void => {
    if (isLookedAt) setTimeout(end, AFTER_MS)
    else dismissToast(id)
  }
  setTimeout(end, STAY_MS)
}

/** Shows a message until it is dismissed: for what must not be missed, but isn't worth an interruption. */
export function keepMessage(text: string, action?: Toast['action']): void {
  add({ tone: 'info', text, ...(action ? { action } : {}) })
}

/** Shows a failure's sentence until it is dismissed. */
export function showFailure(failure: Failure, action?: Toast['action']): void {
  const shown = useToasts.getState().toasts.some((toast) => toast.tone === 'error' && toast.text === failure.message)
  if (!shown) add({ tone: 'error', text: failure.message, ...(action ? { action } : {}) })
}

export function dismissToast(id: number): void {
  useToasts.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }))
}

/** Says something to screen readers only: for changes that the eye sees by themselves. */
export function announce(text: string): void {
  // The same words twice would not be read again; a no-break space makes them differ.
  useToasts.setState((state) => ({ announcement: state.announcement === text ? `${text}\u00a0` : text }))
}
