import { latin } from '../running-text/latin.ts'
/** A unit behind or before a number. */
export interface UnitFound {
  /** ISO 4217 for money, `%`, or the symbol of the unit. */
  unit: string
  /** How many UTF-16 units of the text it takes. */
  length: number
}

/** What is measured, and how many of its base unit one unit is; null for a unit that compares with itself alone. */
const MEASURES: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  mm: ['length', 0.001],
  cm: ['length', 0.01],
  m: ['length', 1],
  km: ['length', 1000],
  in: ['length', 0.0254],
  ft: ['length', 0.3048],
  yd: ['length', 0.9144],
  mi: ['length', 1609.344],
  nmi: ['length', 1852],
  m2: ['area', 1],
  ha: ['area', 10_000],
  km2: ['area', 1_000_000],
  acre: ['area', 4046.8564224],
  ft2: ['area', 0.09290304],
  mi2: ['area', 2_589_988.110336],
  l: ['volume', 0.001],
  m3: ['volume', 1],
  km3: ['volume', 1e9],
  bcm: ['volume', 1e9],
  gal: ['volume', 0.003785411784],
  g: ['mass', 0.001],
  kg: ['mass', 1],
  t: ['mass', 1000],
  lb: ['mass', 0.45359237],
  W: ['power', 1],
  kW: ['power', 1000],
  MW: ['power', 1e6],
  GW: ['power', 1e9],
  kWh: ['energy', 1],
  MWh: ['energy', 1000],
  GWh: ['energy', 1e6],
  TWh: ['energy', 1e9],
  'km/h': ['speed', 1],
  mph: ['speed', 1.609344],
  kn: ['speed', 1.852]
}

/** What a unit measures, and how many of the base unit of that it is; each currency and `%` measures only what it says. */
export function measureOf(unit: string | null): { dimension: string; factor: number } {
  const known = unit === null ? undefined : MEASURES[unit]
  return known ? { dimension: known[0], factor: known[1] } : { dimension: unit ?? 'count', factor: 1 }
}

/** Behind a number, without regard to case but for symbols; the first that matches counts. */
const BEHIND: readonly (readonly [unit: string, expression: string])[] = [
  ['pp', '(?:percentage\\s+points?|Prozentpunkte?n?|points?\\s+de\\s+pourcentage|puntos\\s+porcentuales)'],
  ['%', '(?:%|per\\s?cent|percent|pct\\.?|Prozent|pour\\s?cent|por\\s?ciento)'],
  [
    'km/h',
    '(?:km/h|kmh|kph|(?:kms?|kilomet(?:re|er)s?)\\s+(?:per|an)\\s+hour|Stundenkilometern?|kilomètres?[-\\s]heure)'
  ],
  ['mph', '(?:mph|miles?\\s+(?:per|an)\\s+hour)'],
  [
    'km2',
    '(?:km\\s?²|km2|sq\\.?\\s?km|square[\\s-]kilomet(?:re|er)s?|Quadratkilometern?|kilomètres?\\s+carrés?|kilómetros?\\s+cuadrados?)'
  ],
  [
    'm2',
    '(?:m\\s?²|m2|sq\\.?\\s?m|sqm|square[\\s-]met(?:re|er)s?|Quadratmetern?|mètres?\\s+carrés?|metros?\\s+cuadrados?)'
  ],
  ['ft2', '(?:sq\\.?\\s?ft|square[\\s-](?:feet|foot))'],
  ['mi2', '(?:sq\\.?\\s?mi|square[\\s-]miles?)'],
  ['km3', '(?:km\\s?³|km3|cubic[\\s-]kilomet(?:re|er)s?)'],
  ['m3', '(?:m\\s?³|m3|cu\\.?\\s?m|cubic[\\s-]met(?:re|er)s?|Kubikmetern?|mètres?\\s+cubes?|metros?\\s+cúbicos?)'],
  ['bcm', '(?:bcm)'],
  ['GWh', '(?:GWh|gigawatt[\\s-]hours?)'],
  ['MWh', '(?:MWh|megawatt[\\s-]hours?)'],
  ['TWh', '(?:TWh|terawatt[\\s-]hours?)'],
  ['kWh', '(?:kWh|kilowatt[\\s-]hours?)'],
  ['GW', '(?:GW|gigawatts?)'],
  ['MW', '(?:MW|megawatts?)'],
  ['kW', '(?:kW|kilowatts?)'],
  ['kg', '(?:kg|kgs|kilos?|kilogram(?:me)?s?|Kilogramm)'],
  ['t', '(?:t|(?:metric\\s+)?tonn?es?|(?:metric\\s+)?tons?|Tonnen?|toneladas?)'],
  ['g', '(?:g|gram(?:me)?s?|Gramm)'],
  ['lb', '(?:lbs?|pounds?(?=\\s+of\\s))'],
  ['km', '(?:km|kms|kilomet(?:re|er)s?|Kilometern?|kilomètres?|kilómetros?)'],
  ['cm', '(?:cm|centimet(?:re|er)s?|Zentimetern?|centimètres?)'],
  ['mm', '(?:mm|millimet(?:re|er)s?|Millimetern?|millimètres?)'],
  ['nmi', '(?:nautical\\s+miles?)'],
  ['mi', '(?:miles?|Meilen?)'],
  ['ft', '(?:ft|feet|foot)'],
  ['yd', '(?:yards?)'],
  ['in', '(?:inch|inches)'],
  ['m', '(?:m|met(?:re|er)s?|Metern?|mètres?|metros?)'],
  ['ha', '(?:ha|hectares?|Hektar|hectáreas?)'],
  ['acre', '(?:acres?)'],
  ['l', '(?:l|lit(?:re|er)s?|Litern?|litros?)'],
  ['gal', '(?:gallons?)'],
  ['kn', '(?:knots?|Knoten)'],
  ['°C', '(?:°\\s?C|degrees?\\s+(?:Celsius|centigrade)|Grad\\s+Celsius|C(?=[\\s.,;)]))'],
  ['°F', '(?:°\\s?F|degrees?\\s+Fahrenheit)'],
  ['°', '(?:°|degrees?|Grad)'],
  ['USD', '(?:US\\s?\\$|(?:US|U\\.S\\.|American)\\s+dollars?)'],
  ['CAD', '(?:Canadian\\s+dollars?)'],
  ['AUD', '(?:Australian\\s+dollars?)'],
  ['NZD', '(?:New\\s+Zealand\\s+dollars?)'],
  ['HKD', '(?:Hong\\s+Kong\\s+dollars?)'],
  ['EUR', "(?:(?:d[’']|de\\s+)?(?:€|euros?))"],
  ['USD', '(?:de\\s+)?(?:\\$|dollars?|dólares)'],
  ['GBP', '(?:£|pounds?(?:\\s+sterling)?|Pfund|livres\\s+sterling)'],
  ['JPY', '(?:¥|yen|Yen)'],
  ['CHF', '(?:Swiss\\s+francs?|Franken|francs\\s+suisses|Fr\\.)'],
  ['CNY', '(?:yuan|renminbi)'],
  ['RUB', '(?:₽|roubles?|rubles?|Rubel)'],
  ['INR', '(?:₹|(?:Indian\\s+)?rupees?)'],
  ['PLN', '(?:zł|z[lł]otys?|Zloty)'],
  ['SEK', '(?:Swedish\\s+(?:kronor|krona|crowns?))'],
  ['NOK', '(?:Norwegian\\s+(?:kroner|krone|crowns?))'],
  ['DKK', '(?:Danish\\s+(?:kroner|krone|crowns?))'],
  ['SEK', '(?:kronor)'],
  ['CZK', '(?:Czech\\s+(?:crowns?|koruna)|koruna)'],
  ['HUF', '(?:forints?)'],
  ['TRY', '(?:Turkish\\s+lira|lira)'],
  ['UAH', '(?:hryvnias?|hryvnia)'],
  ['KRW', '(?:won(?=\\s*[.,;)]|$))'],
  ['ILS', '(?:shekels?)'],
  ['ZAR', '(?:rand)'],
  ['BRL', '(?:reais)'],
  ['MXN', '(?:Mexican\\s+pesos?)']
]
const CODES =
  'EUR|USD|GBP|CHF|JPY|CNY|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|RSD|TRY|UAH|RUB|INR|PKR|AUD|NZD|CAD|HKD|SGD|KRW|THB|BRL|MXN|ARS|ZAR|ILS|AED|SAR|EGP|NGN|KES'
/** Symbols that are words or other units in other letters: only as written. */
const AS_WRITTEN = /^(?:m|t|g|l|C|°\s?C|MW|GW|kW|in)$/u

const expressions = BEHIND.map(([unit, source]) => ({
  unit,
  expression: latin(`^[\\s\\u00a0\\u202f-]?${source}(?![\\p{L}\\d²³])`, 'iu')
}))
const codeBehind = latin(`^[\\s\\u00a0](?:${CODES})(?![\\p{L}\\d])`, 'u')

/** The unit behind a number, at the beginning of `text`; null for none. */
export function unitBehind(text: string): UnitFound | null {
  const code = codeBehind.exec(text)
  if (code) return { unit: code[0].trim(), length: code[0].length }
  for (const { unit, expression } of expressions) {
    const match = expression.exec(text)
    if (!match) continue
    const word = match[0].replace(/^[\s\u00a0\u202f-]/u, '')
    if (word.length === 1 && /\p{L}/u.test(word) && !AS_WRITTEN.test(word)) continue
    return { unit, length: match[0].length }
  }
  return null
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  r$: 'BRL',
  rs: 'INR',
  'rs.': 'INR'
}
const BEFORE = latin(
  `(?:(?<![\\p{L}\\d])(?<symbol>(?:US|AU?|CA?|NZ|HK|S|R)?\\$|[€£¥₹₽₩₺₴₪]|Rs\\.?)[\\s\\u00a0]?|(?<![\\p{L}\\d])(?<code>${CODES})[\\s\\u00a0]?)$`,
  'u'
)

/** The currency before a number, at the end of `text`; null for none. */
export function currencyBefore(text: string): UnitFound | null {
  const match = BEFORE.exec(text.slice(-12))
  if (!match) return null
  const { symbol, code } = match.groups!
  return { unit: code ?? SYMBOLS[symbol!.toLowerCase()]!, length: match[0].length }
}
