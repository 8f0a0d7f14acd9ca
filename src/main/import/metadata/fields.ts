/** Metadata fields that a file may name in its head, `ignored` being those that say nothing that is kept. */
export type FieldName =
  | 'title'
  | 'authors'
  | 'publisher'
  | 'published'
  | 'modified'
  | 'retrieved'
  | 'url'
  | 'language'
  | 'section'
  | 'body'
  | 'ignored'

const KEYS: Record<FieldName, string> = {
  title:
    'title headline hed subject heading titel überschrift betreff schlagzeile titre título titulo titolo oggetto asunto onderwerp kop rubrik overskrift otsikko tytuł заголовок тема τίτλος başlık název názov cím naslov назва назив العنوان عنوان כותרת 标题 標題 題名 タイトル 見出し 제목 หัวข้อ หัวเรื่อง ชื่อเรื่อง',
  authors:
    'author authors by byline writer reporter creator from dc.creator autor autorin autoren verfasser verfasserin von auteur auteurs par autores por autore autori di door författare forfatter kirjoittaja автор od yazar szerző συγγραφέας συντάκτης автори المؤلف الكاتب بقلم نویسنده מחבר מאת כתב 作者 記者 记者 著者 執筆者 기자 저자 작성자 글쓴이 ผู้เขียน ผู้แต่ง',
  publisher:
    'source publisher publication outlet newspaper site website sitename site_name medium media agency journal container-title quelle herausgeber zeitung éditeur editeur source_name journal_name publication-title publication-info publication-name newspaper-title fuente medio fonte testata bron krant källa kilde lähde źródło источник publicador publicação éditeur-de-publication kaynak zdroj forrás izvor sursă джерело видання издание издатель газета πηγή εφημερίδα εκδότης المصدر الناشر الصحيفة منبع מקור עיתון 来源 來源 出典 出所 媒体 媒體 新聞社 発行元 출처 매체 언론사 신문사 ที่มา แหล่งที่มา สำนักพิมพ์',
  published:
    'date published publication-date pubdate pub-date posted issued date_published datepublished published_at published-at publishdate created dated datum veröffentlicht erschienen erscheinungsdatum fecha publicado publicación data pubblicato pubblicazione publié publie publié-le date-de-publication dato gepubliceerd publicerad publisert publiceret julkaistu pvm opublikowano дата опубликовано release-date sent publication-day date-published datum-der-veröffentlichung erschienen-am veröffentlicht-am fecha-de-publicación data-di-pubblicazione data-publikacji дата-публикации tarih yayın-tarihi dátum data-wydania datum-vydání дата-публікації опубліковано ημερομηνία δημοσίευση التاريخ تاريخ تاريخ-النشر תאריך פורסם 日期 发布日期 發布日期 发布时间 發布時間 時間 时间 日付 公開日 掲載日 発行日 날짜 작성일 발행일 입력 วันที่ เผยแพร่',
  modified:
    'updated modified last-updated last-modified lastmod date_modified datemodified updated_at revised aktualisiert geändert actualizado modificado mis-à-jour aggiornato bijgewerkt uppdaterad oppdatert opdateret обновлено',
  retrieved:
    'retrieved accessed downloaded retrieved-on accessed-on downloaded-on date-accessed access-date date-retrieved date-saved saved saved-on abgerufen abgerufen-am zugriff zugriff-am heruntergeladen heruntergeladen-am consulté consulté-le consultado consultado-el recuperado consultato consultato-il geraadpleegd geraadpleegd-op hämtad hentet hentet-den pobrano dostęp data-dostępu дата-обращения',
  url: 'url link permalink uri web-address web original original-url canonical canonical_url source_url source-url adresse enlace lien',
  language: 'language lang sprache langue idioma lingua taal språk sprog',
  section: 'section rubrik ressort rubrique sección sezione rubriek sekcja dział раздел рубрика category',
  body: 'body text full-text article content inhalt texte texto testo volltext',
  ignored:
    'contact kontakt media-contact dokumentnummer document-number length page pages words word-count edition copyright tags tag keywords categories to cc bcc load-date publication-type dateline location document-type journal-code acc-no byline-email graphic type layout slug id draft status distribution series reply-to message-id mime-version content-type content-transfer-encoding seite page-number proquest-document-id document-url database publication-subject publication-year place-of-publication country-of-publication language-of-publication language-of-document issn isbn subjects journal_code news-subject company-terms geographic-terms document-id accession-number word-length copyright-holder publisher-address wortzahl länge'
}

const BY_KEY = new Map<string, FieldName>(
  Object.entries(KEYS).flatMap(([field, keys]) => keys.split(' ').map((key) => [key, field as FieldName] as const))
)

/** Codes of libraries’ and press databases’ records, in capitals only: `So:` may begin a headline. */
const CODES: Readonly<Record<string, FieldName>> = {
  TI: 'title',
  AU: 'authors',
  SO: 'publisher',
  JN: 'publisher',
  PD: 'published',
  DP: 'published',
  LA: 'language',
  SE: 'section',
  AB: 'body',
  TX: 'body'
}

/** The field that a key names, in any of the languages known; null for other keys. */
export function fieldOf(key: string): FieldName | null {
  const code = CODES[key.trim()]
  if (code !== undefined) return code
  const name = key.trim().toLowerCase().replace(/\s+/g, '-')
  return BY_KEY.get(name) ?? BY_KEY.get(name.replaceAll('-', '_')) ?? null
}

/** A line `Key: value`, marks of lists and emphasis removed; null when it has no such form. */
export function readFieldLine(line: string): { key: string; value: string } | null {
  const match =
    /^\s*(?:[-•*]\s)?\s{0,3}(?:[*_]{1,2})?([\p{L}][\p{L}\p{M} ._’'-]{0,28}?)(?:\(s\))?(?:[*_]{1,2})?\s*(?::(?:[*_]{1,2})?(?:\s+(.*)|)|：\s*(.*))$/u.exec(
      line
    )
  if (!match) return null
  return { key: match[1]!, value: (match[2] ?? match[3] ?? '').replace(/^[*_]{1,2}\s*|\s*[*_]{1,2}$/g, '').trim() }
}

/** A line `Source - Northern Courier` or `Date = 2031-03-04`, whose key is known; null for any other. */
export function readDashedField(line: string): { key: string; value: string; field: FieldName } | null {
  const [, key = '', value = ''] = /^\s*(\p{L}[\p{L}\p{M} ]{2,24}?)(?:\s+[-–—]\s+|\s*=\s*)(\S.*)$/u.exec(line) ?? []
  const field = fieldOf(key)
  const isTelling = field === 'publisher' || field === 'published' || field === 'authors' || field === 'title'
  return isTelling ? { key, value, field } : null
}
