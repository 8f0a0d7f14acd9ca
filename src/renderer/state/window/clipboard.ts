import { showMessage } from './toasts.ts'

/** Puts words on the clipboard and says so; `what` names them, as the subject of a sentence. */
export function copyWords(words: string, what: string): void {
  navigator.clipboard.writeText(words).then(
    () => showMessage(`${what} is on the clipboard.`),
    () => showMessage(`The clipboard can’t be reached. ${what} isn’t on it.`)
  )
}
