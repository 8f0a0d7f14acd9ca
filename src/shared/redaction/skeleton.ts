/** What a letter sounds like in Latin ones, roughly: for comparing how names are written in other alphabets. */
const SOUNDS: Readonly<Record<string, string>> = Object.fromEntries([
  ...pairs(
    'а a б b в v г g ґ g д d е e є e ё e ж z з z и i і i ї i й i ј i к k л l љ l м m н n њ n о o п p р r с s т t у u ў u ф f х h ц ts ч c ш s щ s ъ - ы i ь - э e ю u я a ђ d ћ c џ c'
  ),
  ...pairs('α a β v γ g δ d ε e ζ z η i θ t ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ s ς s τ t υ i φ f χ h ψ ps ω o'),
  ...pairs(
    'ا - أ - إ - آ - ب b ت t ث t ج j ح h خ h د d ذ d ر r ز z س s ش s ص s ض d ط t ظ z ع - غ g ف f ق k ك k ک k ل l م m ن n ه - و - ي - ی - ى - ة - ء - ؤ - ئ - پ b چ c ژ z گ g'
  ),
  ...pairs(
    'א - ב b ג g ד d ה - ו - ז z ח h ט t י - כ k ך k ל l מ m ם m נ n ן n ס s ע - פ f ף f צ ts ץ ts ק k ר r ש s ת t'
  )
])

function pairs(list: string): [string, string][] {
  const parts = list.split(' ')
  return parts.flatMap((part, i): [string, string][] => (i % 2 === 0 ? [[part, parts[i + 1]!.replace('-', '')]] : []))
}

/** Spellings of Latin alphabets that sound alike. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/tch|ch/g, 'c'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/zh/g, 'z'],
  [/ck|qu|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/y|j/g, 'i'],
  [/ia|ya/g, 'a'],
  [/iu|yu|ou/g, 'u']
]

/** The sounds of a folded word, and its consonants alone. `bare` says that its alphabet has no vowels. */
export function skeletonOf(word: string): { sounds: string; consonants: string; bare: boolean } {
  let latin = Array.from(word, (letter) => SOUNDS[letter] ?? letter).join('')
  for (const [spelt, sound] of ALIKE) latin = latin.replace(spelt, sound)
  const sounds = latin.replace(/(.)\1+/g, '$1')
  const consonants = sounds
    .replace(/[aeiouh]/g, '')
    .replaceAll('v', 'f')
    .replaceAll('p', 'b')
    .replaceAll('c', 's')
    .replace(/(.)\1+/g, '$1')
  return { sounds, consonants, bare: /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word) }
}
