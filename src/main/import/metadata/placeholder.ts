/** What a template leaves where a value should stand: `{{author}}`, `%%title%%`, `${date}`, `[[name]]`, `<%= url %>`, `__TITLE__`, `#{headline}`. */
const SLOT =
  /\{\{[^{}]*\}\}|\{%[^%]*%\}|%%[\w .-]+%%|[$#]\{[^{}]*\}|\[\[[^[\]]*\]\]|<%[^%]*%>|__[A-Z_]{3,}__|\{[a-z_.]{3,30}\}/u
const SLOTS = new RegExp(SLOT.source, 'gu')
/** The same in an address, encoded or not. */
const SLOT_IN_ADDRESS =
  /(?:\{|%7b){2}|%%[a-z_-]+%%|\$(?:\{|%7b)|(?:\[|%5b){2}|(?:<|%3c)%|%5bobject|\/(?:undefined|null|nan)(?:[/?#]|$)/iu
/** What programs write for nothing, and what forms and designs are filled with. */
const NOTHING =
  /^(?:(?:undefined|null|nan|none|n\/a|nil|\[?object object\]?|todo|tbd|tba|xxx+|-+|\.+)(?:[\s,|–—-]+(?=\S)|$))+$|^(?:(?:article|post|page|entry|site|document|default|your|my|the|enter|insert|add|new|sample|example) )*(?:(?:article|post|page|site|document|blog|author|story|first|last|full|user|publisher|company|website)[ _-]?(?:title|name|headline)|your (?:company|organi[sz]ation|name|site|blog|newspaper|publication)|company name|headline here|title here|title goes here|headline goes here|site ?name|author ?name)$|^(?:first ?name last ?name|firstname (?:lastname|surname)|first ?name (?:surname|family ?name)|name surname|first last|vorname nachname|vor- und nachname|prénom nom|nombre (?:y )?apellidos?|nome (?:e )?(?:cog|sobre)nome|voornaam achternaam|etternavn|imię (?:i )?nazwisko|имя фамилия|lorem ipsum|untitled(?: document| page| post)?|unbenanntes dokument|sans titre|sin título|senza titolo|ohne titel|new page|home ?page title)$/iu

/** True for what stands in a field that nobody filled: a template's slot, or what a program writes for nothing. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  if (/^https?:\/\//iu.test(text)) return SLOT_IN_ADDRESS.test(text)
  if (NOTHING.test(text)) return true
  return SLOT.test(text) && !/\p{L}{2}/u.test(text.replace(SLOTS, ' '))
}

/** True for names and other short values that hold a template's slot anywhere. */
export function hasSlot(value: string): boolean {
  return isPlaceholder(value) || SLOT.test(value)
}
