declare const checked: unique symbol

/**
 * Text that may go to a terminal as it is: nothing in it moves the cursor, speaks to the terminal, turns the direction of what is shown, or can't be seen. Only
 * the functions of this module make it.
 */
export type Printable = string & { readonly [checked]: true }

/**
 * What a terminal may obey or people can't see: control characters (C0, DEL, C1), separators of lines and paragraphs, controls of direction, whatever Unicode says is
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

/** One line: whatever is hidden in it, line breaks too, is shown as its code (`\u001b`). Letters of every direction stay. */
export function line(text: string): Printable {
  return text.replace(SPELLING, '').replace(HIDDEN, escaped) as Printable
}

/** Text of several lines, such as a source's: as `line`, but its own line breaks and tabs stay. */
export function content(text: string): Printable {
  return text.replace(/\r\n/g, '\n').replace(SPELLING, '').replace(HIDDEN_BUT_LAYOUT, escaped) as Printable
}

/** A sentence as it's written in the program, with values put in, each as `line`. */
export function say(sentence: TemplateStringsArray, ...values: readonly (string | number)[]): Printable {
  return sentence.map((part, i) => part + (i < values.length ? line(String(values[i])) : '')).join('') as Printable
}

/** Lines one below the other; empty ones are left out. */
export function lines(...parts: readonly Printable[]): Printable {
  return parts.filter((part) => part !== '').join('\n') as Printable
}

/** Parts with an empty line between them; empty ones are left out. */
export function paragraphs(...parts: readonly Printable[]): Printable {
  return parts.filter((part) => part !== '').join('\n\n') as Printable
}

/** Rows of cells as aligned columns, each cell as `line`; the last column isn't padded. */
export function columns(rows: readonly (readonly string[])[]): Printable {
  const cells = rows.map((row) => row.map(line))
  const widths = cells.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), [])
  return cells
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd()
    )
    .join('\n') as Printable
}

/** A value as indented JSON; what is hidden in its strings is written as `\uXXXX`, so that the value is the same. */
export function json(value: unknown): Printable {
  return (JSON.stringify(value, null, 2) ?? 'null').replace(HIDDEN_BUT_LAYOUT, escaped) as Printable
}
