/** Names of languages, as the databases write them in their interfaces' languages, by their tags (BCP 47). */
const NAMES: Record<string, string> = {
  en: 'english anglais englisch inglés inglese inglês engels английский 英语 英語',
  fr: 'french français francais französisch francés francese francês frans французский 法语 フランス語',
  de: 'german allemand deutsch alemán tedesco alemão duits немецкий 德语 ドイツ語',
  es: 'spanish espagnol spanisch español castellano spagnolo espanhol spaans испанский 西班牙语 スペイン語',
  it: 'italian italien italienisch italiano italiaans итальянский 意大利语 イタリア語',
  pt: 'portuguese portugais portugiesisch portugués portoghese português portugees португальский 葡萄牙语 ポルトガル語',
  nl: 'dutch néerlandais niederländisch neerlandés holandés olandese neerlandês holandês nederlands голландский 荷兰语 オランダ語',
  ru: 'russian russe russisch ruso russo русский 俄语 ロシア語',
  ja: 'japanese japonais japanisch japonés giapponese japonês japans японский 日语 日本語',
  zh: 'chinese chinois chinesisch chino cinese chinês chinees китайский 中文 中国語',
  ar: 'arabic arabe arabisch árabe arabo арабский 阿拉伯语',
  sv: 'swedish suédois schwedisch sueco svedese zweeds svenska шведский',
  da: 'danish danois dänisch danés danese dinamarquês deens dansk датский',
  no: 'norwegian norvégien norwegisch noruego norvegese norueguês noors norsk норвежский',
  fi: 'finnish finnois finnisch finés finlandés finlandese finlandês fins suomi финский',
  pl: 'polish polonais polnisch polaco polacco polonês pools polski польский',
  cs: 'czech tchèque tschechisch checo ceco tcheco tsjechisch čeština чешский',
  tr: 'turkish turc türkisch turco turks türkçe турецкий',
  hu: 'hungarian hongrois ungarisch húngaro ungherese hongaars magyar венгерский',
  ro: 'romanian roumain rumänisch rumano rumeno romeno roemeens română румынский',
  el: 'greek grec griechisch griego greco grego grieks ελληνικά греческий',
  ko: 'korean coréen koreanisch coreano koreaans корейский 한국어',
  ca: 'catalan katalanisch catalán catalano catalão catalaans català каталанский',
  uk: 'ukrainian ukrainien ukrainisch ucraniano ucraino oekraïens українська украинский',
  he: 'hebrew hébreu hebräisch hebreo ebraico hebraico hebreeuws',
  id: 'indonesian indonésien indonesisch indonesio indonesiano indonésio',
  ms: 'malay malais malaiisch malayo malese malaio maleis'
}

const BY_NAME = new Map(Object.entries(NAMES).flatMap(([tag, names]) => names.split(' ').map((name) => [name, tag])))

/** The tag of a language by its name (`English`, `Französisch`, `ENGLISH; FRENCH` by the first); null for what is none. */
export function languageTag(name: string): string | null {
  const first = /^[\p{L}\p{M}]+/u.exec(name.trim())?.[0].toLowerCase() ?? ''
  return BY_NAME.get(first) ?? null
}
