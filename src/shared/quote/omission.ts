/**
 * What may not be left out of a quotation behind an ellipsis. Words that deny or reverse may never be left out; words that
 * qualify (hedges, conditions, modals) not within a sentence, since "is ... guilty" must not be made of "is allegedly guilty".
 *
 * Word lists for the languages most often quoted. Words of all of them are refused whatever the source's language: a
 * false refusal costs the author a longer quotation, a false pass costs the reader the truth.
 */
const DENYING = [
  // English
  `not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|unless|except|hardly|scarcely|barely|rarely|seldom`,
  `deny|denies|denied|denying|false|falsely|untrue|refuse[sd]?|refusing|reject(?:s|ed|ing)?|fail(?:s|ed|ing)?|unlikely|far from|ain[’']t`,
  // German
  `nicht|nichts|nie|niemals|niemand|nirgends|kein|keine[rsmn]?|keinerlei|weder|ohne|kaum|bestreitet|bestritt|bestritten|dementiert|dementierte|falsch`,
  // French
  `ne|n[’']|pas|jamais|rien|personne|aucune?|ni|sans|guère|nullement|faux|dément|démenti`,
  // Spanish, Portuguese, Italian
  `nunca|jamás|nada|nadie|ningun[oa]?|ningún|tampoco|sin|não|nem|nenhuma?|ninguém|sem|non|mai|niente|nessun[oa]?|né|senza|falso|falsa`,
  // Dutch, Swedish, Danish, Norwegian
  `niet|niets|nooit|niemand|geen|noch|zonder|inte|icke|aldrig|ingen|inget|utan|ikke|aldri|uden|uten`,
  // Polish, Czech
  `nie|nigdy|nikt|nic|żaden|żadna|żadne|bez|ani|není|nikdy|nikdo`,
  // Russian, Ukrainian
  `не|нет|ни|никогда|никто|ничего|нельзя|без|отрицает|ні|ніколи|ніхто|нічого|немає|жоден|жодна`,
  // Greek, Turkish
  `δεν|δε|μη|μην|όχι|ποτέ|κανείς|κανένας|τίποτα|ούτε|χωρίς|değil|hiç|asla|yok`,
  // Arabic, Hebrew
  `لا|لم|لن|ليس|ليست|ليسوا|غير|بدون|دون|ما|לא|אין|אינו|אינה|אינם|בלי|ללא|אף|מעולם`
].join('|')

const HEDGING = [
  `only|merely|solely|almost|nearly|alleged|allegedly|reported|reportedly|apparent|apparently|purported|purportedly`,
  `supposed|supposedly|suspected|accused|claim(?:s|ed)?|rumou?red|perhaps|maybe|possibly|probably|if|but|however|so-called`,
  `nur|angeblich|vermutlich|mutmaßlich\\p{L}*|wohl|vielleicht|wenn|aber|jedoch|fast`,
  `seulement|prétendument|peut-être|presque|mais|sólo|solamente|presuntamente|quizás|pero|casi|forse|quasi|presunt[oa]`,
  `только|якобы|возможно|если|почти|бы|лише|нібито|можливо|якщо|майже|но|однако|але`
].join('|')

const MODAL = `could|might|would|should|must|can|könnte[nst]?|würde[nst]?|sollte[nst]?|serait|aurait|pourrait|podría|potrebbe|мог|могла|могли`

const word = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${list})(?![\\p{L}\\p{N}\\p{M}])`, 'iu')
const DENIAL = word(DENYING)
/** A contracted "not", and the negations of scripts without spaces or with negation inside the word. */
const BOUND_DENIAL =
  /\p{L}+n[’']t(?!\p{L})|[不没沒未無无勿莫别別非]|ない|なかった|ません|ず(?=[、。に])|않|못|없|아니/iu
const HEDGE = word(HEDGING)
const MODAL_WORD = word(MODAL)
/** Apart from the others, since the month is written with a capital. */
const MAY = /(?<!\p{L})may(?!\p{L})/u
const RELATIVE_CLAUSE =
  /^\s*,\s*(?:who|whom|whose|which|where|der|die|das|qui|que|dont|которы[йе]|котор(?:ая|ое))(?!\p{L})/iu
const PARENTHETICAL = /^\s*[,(–—-].*[,)–—-]\s*$/su
const SENTENCE_END = /[.!?。！？…][”"’'»)\]]*(?:\s|$)/u

/**
 * The word for which a passage may not be left out, or null when leaving it out turns nothing.
 *
 * @param omitted the source's words between two fragments of a quotation
 */
export function turningWord(omitted: string): string | null {
  const text = omitted.replaceAll('\u00ad', '')
  const denial = DENIAL.exec(text) ?? BOUND_DENIAL.exec(text)
  if (denial) return denial[0]
  if (SENTENCE_END.test(text)) return null
  const parenthetical = PARENTHETICAL.test(text)
  // What a relative clause says of a noun, hedged or not, governs nothing outside of it.
  if (parenthetical && RELATIVE_CLAUSE.test(text)) return null
  const hedge = HEDGE.exec(text)
  if (hedge) return hedge[0]
  if (parenthetical) return null
  return (MODAL_WORD.exec(text) ?? MAY.exec(text))?.[0] ?? null
}
