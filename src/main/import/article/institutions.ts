import { isOutlet, isPerson } from '../metadata/names.ts'
import { countWords } from '../extracted/wording.ts'

/** Words that begin or end the names of papers, stations, authorities and organisations, in scripts that part words by spaces. */
const WORDS = [
  // English
  'ministry|ministries|department|directorate|bureau|secretariat|prosecutor|commissioner|commission|court|chamber|parliament|senate|assembly|embassy|consulate|presidency|government|municipality|county|police|coastguard|army|navy|service|observatory|institution|institute|academy|school|laboratory|committee|federation|confederation|alliance|coalition|league|society|trust|fund|bank|corporation|company|consortium|centre|center|forum|initiative|campaign|project|programme|program|organi[sz]ation|intelligencer|advocate|packet|reader|leader|register|voice|newsroom|broadcasters?|podcast|newsletter|publishers?|republic|kingdom|union|nations',
  // German, Dutch, Nordic
  '\\p{L}*(?:ministerium|amt|behörde|verband|gesellschaft|kammer|gericht|anstalt|stiftung|verein|zentrum|institut|polizei|stadtrat|gemeinderat|bundesrat|staatsrat|rechnungshof|rundfunk|sender|verlag|bund|blad|raad|dienst|ministerie|styrelse|verk|forbund)|gesellschaft|behörde|amt|verband|gericht|landtag|bundestag|staatsanwaltschaft|botschaft|abendblatt',
  // French, Spanish, Portuguese, Italian, Romanian
  'minist[eèé]r(?:e|es|io|ios|ie|iul|ium)|ministero|office|cour|tribunal\\p{L}*|conseil|autorité|agence|observatoire|institut\\p{L}*|préfecture|mairie|parquet|ambassade|société|fondation|fédération|vigie|oficina|autoridad\\p{L}*|autoridade|consejo|conselho|consiglio|ayuntamiento|câmara|camera|corte|fiscalía|fundación|fundação|fondazione|instituto|istituto|observatorio|observatório|farol|comisión|comissão|commissione|agenzia|rádio|rai',
  // Slavonic, Hungarian, Turkish, Baltic, Finnish
  'ministerst\\p{L}*|ústav|magistrát|město|správa|úřad|rozhlas|televize|noviny|listy|deník|rada|soud|úrad|urząd|sąd|rzecznik|minisz\\p{L}*|hivatal|bakanl\\p{L}*|müdürlü\\p{L}*|belediye\\p{L}*|ajans\\p{L}*|enstitü\\p{L}*|haber\\p{L}*|mahkeme\\p{L}*|gazete\\p{L}*|radyo\\p{L}*|kurum\\p{L}*|başkanl\\p{L}*|dernek|derneği|ministeriö|virasto|министерств\\p{L}*|мінстерств\\p{L}*|міністерств\\p{L}*|департамент\\p{L}*|комитет\\p{L}*|комітет\\p{L}*|палата|служба|суд|прокуратура|агентств\\p{L}*|радио|радіо|телевидение|газета|вестник|вісник|листок|управление|управління|фонд|институт|інститут|комиссия|комісія|правительств\\p{L}*|уряд|редакция|администрация|адміністрація|новости|новини|мэрия|мерія|центр|академия|академія|университет|університет|музей|архив|архів|ведомство|відомство|министр|дума|рада|вестник|министарств\\p{L}*',
  // Greek
  'υπουργεί\\p{L}*|ραδι[όο]φων\\p{L}*|τηλεόραση|εφημερίδα|φωνή|συνέδριο|συμβούλιο|επιτροπή|υπηρεσία|αρχή|οργανισμ\\p{L}*|πρακτορείο|ινστιτούτο|δικαστήριο|βήμα|νέα|δήμος|πανεπιστήμιο|ίδρυμα|εταιρεία|σύλλογος|αστυνομία|λιμεναρχείο|καθημερινή',
  // Arabic, Hebrew
  'وزارة|صحيفة|جريدة|إذاعة|قناة|وكالة|ديوان|هيئة|مجلس|محكمة|مكتب|مؤسسة|معهد|منظمة|لجنة|نيابة|بنك|جامعة|مركز|تلفزيون|أخبار|بلدية|اتحاد|جمعية|شرطة|حكومة|شركة|משרד|עיתון|רדיו|ערוץ|קול|רשות|ועדת|ועד|מבקר|בית|מכון|עמותת|סוכנות|הארץ|ידיעות|חדשות|משטרת|פרקליטות|עיריית|בנק|קרן|המכון|האגודה|אגודת|איגוד|העיתון|ממשלת|נציבות'
]
const ENGLISH = new RegExp(`^(?:${WORDS[0]!})$`, 'iu')
const INSTITUTION = new RegExp(`(?<![\\p{L}\\p{M}])(?:${WORDS.join('|')})(?![\\p{L}\\p{M}])`, 'iu')
/** The same where words aren't parted: at the end in Chinese, Japanese and Korean, at the beginning in Thai. */
const ENDING =
  /(?:部|省|庁|廳|厅|局|署|院|会|會|社|报|報|网|網|台|臺|新聞|新闻|ニュース|市役所|役所|新闻网|通信|通訊|通讯|放送|电视|電視|广播|周刊|週刊|杂志|雜誌|日报|晚报|大学|大學|研究所|基金|银行|銀行|公司|中心|政府|警察|法院|协会|協会|協會|団体|부|처|청|시청|원|국|위원회|신문|일보|방송|뉴스|통신|공사|협회|재단|법원|연구소|은행|대학교?|센터)$/u
const BEGINNING =
  /^(?:กระทรวง|กรม|สำนัก|หนังสือพิมพ์|วิทยุ|สถานี|ศาล|ธนาคาร|มหาวิทยาลัย|องค์การ|มูลนิธิ|คณะกรรมการ|เทศบาล|สถาบัน|บริษัท|ศูนย์|สมาคม|ไทย|เดลินิวส์|ข่าว)/u

/** True when the words name a paper, station, authority or organisation, of any script, whatever their length. */
export function isInstitution(words: string): boolean {
  const name = words.trim()
  if (name === '' || name.length > LONGEST || (!isCaseless(name) && countWords(name) > MOST_WORDS)) return false
  return isOutlet(name) || INSTITUTION.test(name) || ENDING.test(name) || BEGINNING.test(name)
}

/**
 * True when such a name begins with the word that makes it one, as in `Office national des digues`, or ends with it in scripts without spaces. In
 * languages other than English one or two adjectives may stand before it (`Счётная палата`).
 */
export function beginsAsInstitution(words: string): boolean {
  const name = words.trim().replace(ARTICLE, '')
  if (!isInstitution(name)) return false
  if (ENDING.test(name) || BEGINNING.test(name)) return true
  const first = INSTITUTION.exec(name)
  if (first === null) return false
  const before = countWords(name.slice(0, first.index))
  return before === 0 || (before <= 2 && /^\p{Lu}/u.test(name) && !ENGLISH.test(first[0]))
}

/** True for a person's name that holds no such word: `Tove Lind`, not `Rechnungshof Orre`. */
export function isPersonName(words: string): boolean {
  return isPerson(words) && !INSTITUTION.test(words)
}

const ARTICLE = /^(?:the|der|die|das|le|la|les|el|los|las|il|lo|o|a|os|as|η|ο|το|οι)\s+|^l[’']/iu
const LONGEST = 140
const MOST_WORDS = 16

/** True for a text without letters that have a capital form. */
export function isCaseless(text: string): boolean {
  return !/[\p{Lu}\p{Ll}\p{Lt}]/u.test(text)
}
