const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}]/u
const LETTER = /\p{L}/u

/** A stretch of text of one direction. */
export interface Stretch {
  text: string
  rightToLeft: boolean
}

/** Whether a text's first letter is of a script that runs from right to left (rules P2 and P3 of UAX 9). */
export function runsRightToLeft(text: string): boolean {
  const letter = LETTER.exec(text)
  return letter !== null && RIGHT_TO_LEFT.test(letter[0])
}

/**
 * Divides text where its letters change direction: Word shows a run of complex script right only when it is marked as
 * such. What has no direction of its own goes with what stands before it, unless the direction changes behind it: then
 * it has the paragraph's, as UAX 9 has it (N1, N2).
 */
export function stretches(text: string, paragraph: boolean): Stretch[] {
  const found: Stretch[] = []
  let neutral = ''
  const add = (piece: string, rightToLeft: boolean): void => {
    if (piece === '') return
    const last = found.at(-1)
    if (last?.rightToLeft === rightToLeft) last.text += piece
    else found.push({ text: piece, rightToLeft })
  }
  for (const character of text) {
    if (!LETTER.test(character)) {
      neutral += character
      continue
    }
    const rightToLeft = RIGHT_TO_LEFT.test(character)
    add(neutral, found.at(-1)?.rightToLeft === rightToLeft ? rightToLeft : paragraph)
    neutral = ''
    add(character, rightToLeft)
  }
  add(neutral, paragraph)
  return found
}
