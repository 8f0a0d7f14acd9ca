import { isInstitution } from '../../article/institutions.ts'
import { isOutlet, isPerson, isRole } from '../../metadata/names.ts'
import { oneLine } from '../../extracted/wording.ts'

/** Longer ones are no names, and not taken apart. */
const LONGEST = 200

/** Who a sender's name names. */
export interface SenderName {
  /** First name first; empty when only an address is repeated. */
  name: string
  /** The list, office or paper that the name holds beside the person's; null without one. */
  group: string | null
}

/** `'Tove Lind' via Harbour Watch`, `Tove Lind on behalf of the board`, in the languages of mail programs. */
const THROUGH =
  /\s+(?:via|on behalf of|im auftrag von|de la part de|en nombre de|em nome de|per conto di|namens|på vegne af|på uppdrag av|от имени)(?:\s+(.*))?$/iu
const BESIDE = /^(.+?)(?:\s+[-–—|@·]\s+|\s*[|·]\s*|\s+(?:from|at|von|de|di|bei|chez)\s+(?=\p{Lu}|the\s))(.+)$/u

/**
 * Reads the display name of a sender (RFC 5322): `Lind, Tove (Sollen Office)`, `'Tove Lind' via Harbour Watch`, `LIND Tove`, `Lind Tove, Ports/Sollen`,
 * `CN=Tove Lind/OU=Ports/O=Sollen`, `Tove Lind | Northern Courier`. Where nothing in a name says which part comes first, its address does.
 */
export function readSenderName(written: string, address: string): SenderName {
  if (written.length > LONGEST) return { name: oneLine(written).trim(), group: null }
  let name = oneLine(unquoted(directoryName(written))).trim()
  let group: string | null = null
  const take = (words: string | undefined): void => {
    const found = oneLine(words ?? '')
      .replace(/^['"]|['"]$/g, '')
      .trim()
    if (found !== '' && !found.includes('@')) group ??= found
  }
  const through = THROUGH.exec(name)
  if (through) {
    take(through[1])
    name = unquoted(name.slice(0, through.index)).trim()
  }
  const inBrackets = /^(.*\S)\s*[([{<]([^()[\]{}<>]*)[)\]}>]\s*$/u.exec(name)
  if (inBrackets) {
    take(inBrackets[2])
    name = inBrackets[1]!.trim()
  }
  const beside = BESIDE.exec(name)
  // A bar parts a person from what they belong to, whatever that is called.
  if (beside && isPerson(withoutTitles(beside[1]!)) && (isGroup(beside[2]!) || /^.+?\s*[|·]/u.test(name))) {
    take(beside[2])
    name = beside[1]!
  }
  if (name.includes('@')) return { name: '', group }
  let isDirectory = false
  const [first = '', ...others] = name.split(/\s*,\s*/)
  if (others.length > 0) {
    const [second = ''] = others
    if (isReversed(first, second, address)) {
      name = `${second} ${first}`
      if (others.length > 1 && isGroup(others[1]!)) take(others[1])
    } else {
      take(others.join(', '))
      name = first
      isDirectory = true
    }
  }
  return { name: inOrder(withoutTitles(name), isDirectory ? address : ''), group }
}

/** `Prof. Dr. Odile Brandt` without titles, when a name is left. */
function withoutTitles(name: string): string {
  const rest = name.replace(TITLES_BEFORE, '')
  return rest !== name && isPerson(rest) ? rest : name
}
/** Titles that could be names are so only with a full stop, and those of a faculty behind another title. */
const TITLES_BEFORE =
  /^(?:(?:(?:professora?|prof|dra?|mrs?|ms|mme|mlle|herr|frau|sir|dame)(?:\.-?|(?=\s))|(?:ddr|drs|priv|pd|doc|dipl|ing|mag|lic|mgr|ir|hr|fr|rev)\.-?|(?<=\.\s*)(?:med|phil|rer|nat|jur|iur|habil|h\.?\s?c)\.)\s*)+(?=\p{Lu})/iu

/** One sender as a field names them: an address, and what stands before it. */
export interface Sender {
  name: string
  address: string
}

/**
 * Puts together the parts of names that a comma parts though nothing quotes it: `Lind, Tove <tove@board.example>` is one person. A part without an address
 * belongs to what follows it unless it is a whole name, of a person or a group, and isn't in the address.
 */
export function joinedSenders(parts: readonly Sender[]): Sender[] {
  const joined: Sender[] = []
  for (const [index, part] of parts.entries()) {
    const before = joined.at(-1)
    const isLast = index === parts.length - 1
    if (before !== undefined && before.address === '' && belongs(before.name, part, isLast))
      joined.splice(-1, 1, { name: `${before.name}, ${part.name}`, address: part.address })
    else joined.push({ ...part })
  }
  return joined
}

function belongs(before: string, { name, address }: Sender, isLast: boolean): boolean {
  if (before === '' || name === '' || name.includes('@') || isGroup(before)) return false
  if (before.includes(',')) return address !== '' && (isGroup(name) || TITLE.test(name))
  if (address === '' && isGroup(name) && !isLast) return !isPerson(before)
  const isWhole = isPerson(withoutTitles(before)) && /\s/.test(before)
  if (!isWhole || !isPerson(withoutTitles(name))) return true
  const known = localPart(address)
  return [before, name].every((words) => words.split(/\s+/).some((word) => known.includes(lettersOf(word))))
}

/** `CN=Tove Lind/OU=Ports/O=Sollen`, `/O=SOLLEN/OU=PORTS/CN=RECIPIENTS/CN=TLIND` and `Tove Lind/Ports/Sollen`: the person's name alone. */
function directoryName(written: string): string {
  const common = [...written.matchAll(/(?:^|[/,;])\s*CN=([^/,;]+)/gi)].at(-1)?.[1]
  if (common !== undefined) return common
  const [first = '', ...units] = written.split('/')
  return units.length > 0 && isPerson(first.trim()) ? first : written
}

function unquoted(words: string): string {
  return words.replace(/["“”„]/g, '').replace(/^\s*['‘’](.*)['‘’]\s*$/u, '$1')
}

function isGroup(words: string): boolean {
  return isOutlet(words) || isInstitution(words) || isRole(words) || words.includes('/')
}

/** True for `Lind, Tove`, whose second part is a first name; an office or a title behind the comma isn't one. */
function isReversed(first: string, second: string, address: string): boolean {
  if (second === '' || /[/\d]/.test(second) || TITLE.test(second)) return false
  if (!/\s/.test(first)) return !isGroup(second) || lettersOf(address).includes(lettersOf(second.split(' ')[0]!))
  if (isGroup(second)) return false
  const known = localPart(address)
  if (known === '') return true
  const has = (word: string): boolean => known.includes(lettersOf(word))
  // `Lind Tove, Ports`: the address has both names from before the comma.
  return has(second.split(' ')[0]!) || !isPerson(first) || !first.split(' ').every(has)
}
const TITLE =
  /^(?:ph\.?\s?d|m\.?d|msc|ma|mba|jr|sr|esq|llm|ll\.m|jd|mp|mep|mdb|mdl|q\.?c|k\.?c|dipl\..*|ing\.?|i{2,3})\.?$/iu

/** `LIND Tove` and, as directories have it, `Lind Tove`, with the first name first: the latter when the address begins with it. */
function inOrder(name: string, address: string): string {
  const [, last, first] = /^(\p{Lu}{2,}(?:[ '’-]\p{Lu}{2,})*)\s+(\p{Lu}\p{Ll}.*)$/u.exec(name) ?? []
  if (last !== undefined && first !== undefined) return `${first} ${capitalised(last)}`
  const [one = '', two = '', more] = name.split(' ')
  const known = /^([\p{L}]+)[._-]([\p{L}]+)$/u.exec(address.split('@')[0] ?? '')
  const isTurned =
    known !== null &&
    more === undefined &&
    lettersOf(one) === known[2]!.toLowerCase() &&
    lettersOf(two) === known[1]!.toLowerCase()
  return isTurned ? `${two} ${one}` : name
}

function capitalised(words: string): string {
  return words.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase())
}

function localPart(address: string): string {
  return lettersOf(address.split('@')[0] ?? '')
}

/** Letters without marks, as addresses have them. */
function lettersOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
}
