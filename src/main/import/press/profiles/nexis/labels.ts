/** What a label of a Nexis export names. `aside` and `other` say nothing that is kept; `aside` stands above the text only, where a text may end with such words. */
export type NexisField =
  | 'title'
  | 'authors'
  | 'section'
  | 'edition'
  | 'page'
  | 'words'
  | 'standfirst'
  | 'body'
  | 'caption'
  | 'correction'
  | 'language'
  | 'identifier'
  | 'url'
  | 'loaded'
  | 'aside'
  | 'other'

/** Labels in the languages of the interfaces: English, German, French, Spanish, Italian, Portuguese, Dutch. White space in a name is a hyphen here. */
const LABELS: Record<NexisField, string> = {
  title: 'headline title überschrift titel schlagzeile titre titular título titulo titolo kop titel',
  authors:
    'byline signature author authors autor autoren autorin verfasser auteur auteurs autores autore autori auteur-s auteur(s) autor(es) autor(en) firma redacteur',
  section:
    'section rubrik ressort rubrique section-rubrique sección seccion sezione seção secao secção seccao rubriek sectie',
  edition: 'edition ausgabe édition edición edicion edizione edição edicao editie',
  page: 'page pages seite seiten página pagina páginas pagine bladzijde',
  words:
    'length länge laenge longueur longitud extensión extension lunghezza comprimento extensão lengte word-count wortzahl nombre-de-mots',
  standfirst:
    'highlight encart insert chapeau chapô destacado entradilla resumen sommario sottotitolo destaque vorspann hervorhebung hoogtepunt',
  body: 'body article text haupttext textkörper volltext hauptteil fließtext corps corps-du-texte corps-de-l’article texte texte-intégral cuerpo cuerpo-del-documento texto texto-completo corpo corpo-del-testo corpo-do-texto testo tekst hoofdtekst inhoud full-text',
  caption:
    'graphic graphics grafik grafiken abbildung graphique graphiques illustration illustrations gráfico grafico gráficos grafici immagine imagen imagem grafiek afbeelding',
  correction:
    'correction korrektur berichtigung corrección correccion correzione correção rectification rectificatif correctie rectificatie',
  language: 'language sprache langue idioma lingua língua taal',
  identifier: 'acc-no accession-number document-id document-number dokument-nr dokumentnummer',
  url: 'url link weblink',
  loaded:
    'load-date update date-chargement date-de-chargement ladedatum lade-datum ladedatum aktualisierung mise-à-jour mise-a-jour fecha-carga fecha-de-carga fecha-actualización fecha-de-actualización data-caricamento data-di-caricamento data-de-carregamento data-carregamento laaddatum laad-datum',
  aside:
    'dateline ortszeile ortsmarke datumszeile lieu lieu-date dateligne lugar data-e-luogo plaats series type name facts notes note anmerkungen show anchor anchors guests host reporter reporters enhancement column related-articles links link-to-image version e-mail email byline-email news',
  other:
    'subject subjects sujet sujets thema themen schlagwörter schlagwort materia asunto tema temas soggetto argomento assunto onderwerp company companies unternehmen firma-name société societe empresa compañía compañia società societa bedrijf organization organisation organización organizacion organizzazione organização organisatie ticker symbole-boursier börsenticker börsenkürzel industry industries branche secteur secteur-activite secteur-activité sector settore setor person personne person-en persona pessoa persoon geographic geography localisation-geo localisation-géo geografie geographie geográfico geografico geográfica geografisch city state country region stadt land staat ville pays publication-type publikationstyp publikations-typ publikationsart type-publication type-de-publication tipo-de-publicación tipo-de-publicacion tipo-publicación tipo-di-pubblicazione tipo-de-publicação publicatietype publicatie-type document-type dokumenttyp journal-code zeitungs-code code-journal distribution pub-subject pub-type publication-subject subject-terms correction-date date-correction classification klassifizierung content-type copyright volume issue issn isbn terms core-terms network station transcript web-publication web-publication-date code-revue bibliographie bibliography view-original-page bio load-time publisher file-date cusip'
}

const BY_LABEL = new Map<string, NexisField>(
  Object.entries(LABELS).flatMap(([field, names]) =>
    names.split(/\s+/).map((name) => [name, field as NexisField] as const)
  )
)

/** A line that begins with a label. */
export interface LabelLine {
  field: NexisField
  label: string
  value: string
}

const LABEL_LINE =
  /^\s{0,99}(\p{Lu}[\p{L}’'()/-]{0,40}(?:[ \u00A0][\p{L}’'()/-]{1,40}){0,3})[ \u00A0]?:(?:[\s\u00A0]+(.*))?$/su

/** A line such as `SECTION: NEWS` or `Longueur : 612 mots`; null when it begins with no label known. */
export function readLabel(line: string): LabelLine | null {
  const match = LABEL_LINE.exec(line)
  if (!match) return null
  const field = fieldOfLabel(match[1]!)
  return field === null ? null : { field, label: match[1]!, value: (match[2] ?? '').trim() }
}

/** The field that a label names, without its colon; null for other words. */
export function fieldOfLabel(label: string): NexisField | null {
  return (
    BY_LABEL.get(
      label
        .trim()
        .toLowerCase()
        .replaceAll("'", '’')
        .replace(/[ \u00A0]+/g, '-')
    ) ?? null
  )
}

const WORDS_ONLY = /^\d{1,3}(?:[.,]?\d{3})*\s(?:words?|wörter|woerter|woorden|mots|palabras|parole|palavras|ord)$/iu

/** True for `612 words` without a label. */
export function isWordCount(text: string): boolean {
  return WORDS_ONLY.test(text)
}

/** `612 words`, `1.612 Wörter`: how many; null without a number. */
export function wordCount(value: string): number | null {
  const digits = /^\D{0,12}?(\d{1,3}(?:[.,’' \u00A0\u202F]\d{3})+|\d+)/u.exec(value)?.[1]
  return digits === undefined ? null : Number(digits.replace(/\D/g, ''))
}

const PAGE =
  /^(?:pg|pages?|p|pp|seiten?|s|página|pagina|pág|pag|blz|bladzijde|bl)(?:\s?[.:]\s*|\s+)([A-Z]{0,4}[-\s]?\d[\w./-]*(?:\s*[-–,]\s*[A-Z]{0,4}\d\w*)*)(?=$|[\s,.;(])/iu
/** Where on a page, or which version of a page: no section. */
const PLACE =
  /^section$|^(?:pg|page|column|col|spalte|colonne|columna|ausg|ausgabe|nr|no|version|vers)(?:\s?[.:])?\s?\w{0,6}$/iu

/** `NEWS; Pg. A1`: section and page apart. */
export function readSection(value: string): { section: string | null; page: string | null } {
  let page: string | null = null
  const names = new Set<string>()
  for (const part of value.trim().split(/\s*;\s*|\s*,\s*(?=(?:pg|pages?|col|column)(?!\p{L}))/iu)) {
    const found = PAGE.exec(part)?.[1]?.trim()
    if (found !== undefined) page ??= found
    else if (part !== '' && !PLACE.test(part)) names.add(part)
  }
  return { section: names.size > 0 ? [...names].join('; ') : null, page }
}
