/**
 * What a terminal may obey, or people can't see: control characters (C0, DEL, C1), separators of lines and paragraphs, controls of direction, whatever Unicode says is
 * shown as nothing (zero-width, tags, variation selectors, fillers), annotation marks, halves of a pair.
 */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cs}\uFFF9-\uFFFB]/gu
const HIDDEN_BUT_LAYOUT =
  /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cs}\uFFF9-\uFFFB]/gu

/**
 * Invisible characters that spelling asks for: joiners between letters of scripts that join, soft hyphens between letters, what holds an emoji together. They are left
 * out: shown as their codes they would make honest words unreadable.
 */
const SPELLING =
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}])[\u200C\u200D](?=[\p{L}\p{M}])|(?<=\p{L})\u00AD(?=\p{L})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:[\uFE0E\uFE0F]\u200D(?=\p{Extended_Pictographic})|[\uFE0E\uFE0F]|\u200D(?=\p{Extended_Pictographic}))|(?<=[0-9#*])\uFE0F(?=\u20E3)/gu

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
  ).join('')
}

/** A text on one line in which nothing is hidden: what can't be seen, line breaks too, is shown as its code (`\u202e`). Letters of every direction stay. */
export function visible(text: string): string {
  return text.replace(SPELLING, '').replace(HIDDEN, escaped)
}

/** The same of several lines: line breaks and tabs stay. */
export function visibleLines(text: string): string {
  return withCodes(text.replace(/\r\n/g, '\n').replace(SPELLING, ''))
}

/** A text of several lines in which each hidden character, whatever it's there for, is written as its code. */
export function withCodes(text: string): string {
  return text.replace(HIDDEN_BUT_LAYOUT, escaped)
}
