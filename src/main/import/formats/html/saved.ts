import { findDates, isoDay, readDate } from '../../metadata/dates.ts'
import type { DomDocument } from '../../markup/dom.ts'
import type { Candidate } from '../../metadata/found.ts'
import { webAddress } from '../../metadata/findings.ts'

/** How a copy of a page came about, as those who saved it wrote into it. */
export interface SavedCopy {
  /** Address that was open when the copy was made. */
  url: Candidate<string>[]
  /** When. */
  retrieved: Candidate<string>[]
}

/** The comments stand within the first characters; a hostile page may be one long comment. */
const HEAD = 20_000

/**
 * Reads what browsers (`saved from url=(0042)https://…`), SingleFile, Save Page WE, WebScrapBook, HTTrack and web archives write into the pages that
 * they save, and takes the archives' banners out of the document.
 */
export function readSavedCopy(document: DomDocument, source: string, hintUrl: string | null): SavedCopy {
  const copy: SavedCopy = { url: [], retrieved: [] }
  const add = (what: string, url: string | null | undefined, time: string | null | undefined): void => {
    const address = url == null ? null : webAddress(url)
    if (address !== null)
      copy.url.push({ value: address, from: 'container', detail: `${what}: ${url}`, confidence: 0.97 })
    const value = time == null ? null : timeOf(time)
    if (value !== null)
      copy.retrieved.push({ value, from: 'container', detail: `${what}: ${time?.trim()}`, confidence: 0.95 })
  }
  const head = source.slice(0, HEAD)
  const single = /<!--\s*Page saved with SingleFile\b([\s\S]{0,6000}?)-->/iu.exec(head)?.[1]
  if (single !== undefined)
    add('SingleFile', /\burl:\s*(\S+)/u.exec(single)?.[1], /\bsaved date:\s*([^\n]{8,80})/iu.exec(single)?.[1])
  add('saved from url', /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/iu.exec(head)?.[1], null)
  const meta = (name: string): string | null | undefined =>
    document.querySelector(`meta[name="${name}"]`)?.getAttribute('content')
  add('Save Page WE', meta('savepage-url'), meta('savepage-date'))
  const root = document.documentElement
  add('WebScrapBook', root.getAttribute('data-scrapbook-source'), root.getAttribute('data-scrapbook-create'))
  const mirrored = /<!--\s*Mirrored from (\S+) by HTTrack [^>]{0,80}?\], ([^>]{10,40}?)\s*-->/iu.exec(head)
  if (mirrored) add('HTTrack', `http://${mirrored[1]}`, mirrored[2])
  readArchive(document, source, hintUrl, copy)
  return copy
}

/** `20310306081244123`, an ISO time, or a time as JavaScript and mail print it. */
function timeOf(written: string): string | null {
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d*$/.exec(written.trim())
  if (digits) {
    const day = isoDay(digits[1], digits[2], digits[3])
    return day === null ? null : `${day}T${digits[4]}:${digits[5]}:${digits[6]}Z`
  }
  const clock = /(?<!\d)(\d\d:\d\d:\d\d)\s*(?:GMT|UTC|Z)?\s*([+-]\d\d):?(\d\d)?/u.exec(written)
  const utc = /(?<!\d)(\d\d:\d\d:\d\d)\s*(?:GMT|UTC|Z)(?![+-])/u.exec(written)
  const day = findDates(written)[0]?.day
  if (day === undefined || /^\d{4}-\d\d-\d\d/.test(written.trim())) return readDate(written)
  if (clock) return `${day}T${clock[1]}${clock[2]}:${clock[3] ?? '00'}`
  return utc ? `${day}T${utc[1]}Z` : day
}

const WAYBACK = /^https?:\/\/(?:web|wayback)\.archive\.org\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/iu
const ARCHIVE_TODAY =
  /^https?:\/\/archive\.(?:today|is|ph|fo|li|md|vn)\/(?:o\/\w+\/)?(\d{4}\.?\d\d\.?\d\d-?\d{0,6})\/(.+)$/iu
const ARCHIVE_TODAY_HOST = /^https?:\/\/archive\.(?:today|is|ph|fo|li|md|vn)\//iu

/** The address that an address within a web archive or an AMP cache stands for, and the moment of the capture where it says so. */
export function unwrapped(address: string): { address: string; captured: string | null } {
  const archived = WAYBACK.exec(address) ?? ARCHIVE_TODAY.exec(address)
  if (archived) {
    const inner = webAddress(/^https?:/iu.test(archived[2]!) ? repaired(archived[2]!) : `http://${archived[2]}`)
    const digits = archived[1]!.replace(/\D/g, '')
    if (inner !== null) return { address: inner, captured: timeOf(digits) ?? readDate(digits) }
  }
  const amp =
    /^https?:\/\/(?:www\.google\.[a-z.]+\/amp|[\w-]+\.cdn\.ampproject\.org\/[cv])\/(s\/)?([^/]+\.[^/]+\/.*)$/iu.exec(
      address
    )
  const inner = amp ? webAddress(`${amp[1] === undefined ? 'http' : 'https'}://${amp[2]}`) : null
  return { address: inner ?? address, captured: null }
}

/** True for an address of a web archive whose addresses don't always hold those of the archived pages. */
export function isArchive(address: string): boolean {
  return ARCHIVE_TODAY_HOST.test(address)
}

/** Addresses inside an address lose one of their slashes in some archives. */
function repaired(address: string): string {
  return address.replace(/^(https?:)\/(?!\/)/iu, '$1//')
}

function readArchive(document: DomDocument, source: string, hintUrl: string | null, copy: SavedCopy): void {
  const told = [...copy.url.map(({ value }) => value), hintUrl].flatMap((value) => (value === null ? [] : [value]))
  const own = [
    document.querySelector('#SHARE_LONGLINK, input[id*="LONGLINK"]')?.getAttribute('value'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    document.querySelector('link[rel~="bookmark"]')?.getAttribute('href')
  ].filter((value) => value != null)
  for (const address of [...told, ...own]) {
    const { captured } = unwrapped(address)
    if (captured !== null) addCapture(copy, address, captured, told.length === 0)
  }
  const stamp = /FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM THE\s+INTERNET ARCHIVE/u.exec(
    source
  )?.[1]
  const wombat = /__wm\.wombat\("([^"\s]{8,2000})","(\d{14})","(https?:\/\/web\.archive\.org\/)","web"/u.exec(source)
  if (wombat) addCapture(copy, `${wombat[3]}web/${wombat[2]}/${wombat[1]}`, timeOf(wombat[2]!), told.length === 0)
  else if (stamp !== undefined) {
    const day = findDates(stamp)[0]?.day
    const value = day === undefined ? null : `${day}T${stamp.slice(0, 8)}Z`
    if (value !== null)
      copy.retrieved.push({ value, from: 'container', detail: `FILE ARCHIVED ON ${stamp}`, confidence: 0.9 })
  }
  for (const element of [...document.querySelectorAll('#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato')])
    element.remove()
  if ([...told, ...own].some(isArchive)) {
    const time = document.querySelector('#HEADER time[datetime]')?.getAttribute('datetime')
    const value = time == null ? null : readDate(time)
    if (value !== null) copy.retrieved.push({ value, from: 'container', detail: `archived: ${time}`, confidence: 0.9 })
    for (const element of [...document.querySelectorAll('#HEADER, #DIVSHARE, #SHARE')]) element.remove()
  }
}

function addCapture(copy: SavedCopy, address: string, captured: string | null, isOrigin: boolean): void {
  const value = webAddress(address)
  if (value !== null && isOrigin)
    copy.url.push({ value, from: 'container', detail: `archived as: ${address}`, confidence: 0.93 })
  if (captured !== null)
    copy.retrieved.push({ value: captured, from: 'container', detail: `archived as: ${address}`, confidence: 0.9 })
}
