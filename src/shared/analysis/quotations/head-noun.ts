/** What a noun at the head of a phrase stands for, as far as speaking goes. */
type NounSort = 'person' | 'body' | 'words' | 'time' | 'place' | 'thing' | 'other'

const KINDS: Readonly<Record<Exclude<NounSort, 'other'>, string>> = {
  person:
    'spokesman spokeswoman spokesperson official aide adviser advisor strategist analyst expert economist lawyer attorney judge prosecutor officer ' +
    'senator congressman congresswoman governor mayor president minister secretary chairman chairwoman chair leader chief director manager executive ' +
    'candidate nominee contender frontrunner rival opponent critic supporter ally backer donor voter delegate activist organizer organiser protester protestor demonstrator heckler ' +
    'professor scholar scientist researcher historian author writer columnist reporter journalist editor correspondent host anchor moderator pundit blogger commentator ' +
    'man woman boy girl child mother father wife husband son daughter brother sister friend neighbor neighbour colleague teacher student doctor nurse pastor priest bishop ' +
    'worker employee owner founder member resident citizen witness source user respondent veteran soldier general businessman businesswoman billionaire mogul lawmaker legislator ' +
    'politician democrat republican conservative liberal libertarian mp councillor diplomat ambassador envoy narrator singer actor actress comedian star coach player farmer driver ' +
    'people person somebody someone other crowd audience parent fan guest speaker consultant pollster operative staffer staff victim family refugee survivor neurosurgeon engineer pilot captain',
  body:
    'campaign committee group organization organisation party department ministry office agency administration government company firm bank court council commission board union association ' +
    'foundation institute university school team network newspaper paper magazine website site police house white-house kremlin state country nation city county church army military ' +
    'coalition bureau congress parliament senate federation club center centre hospital authority outlet publication journal lobby pac regime opposition establishment tribunal service',
  words:
    'statement report letter memo email e-mail tweet post message ad advertisement commercial video article story column editorial op-ed blog book speech remark comment release poll survey study ' +
    'document transcript filing lawsuit complaint ruling opinion decision sign banner slogan headline caption text note review brief petition platform resolution bill law rule policy press-release interview audio recording press',
  time: 'year week month day night morning afternoon evening time hour minute today yesterday decade summer spring winter fall autumn weekend season period monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec.',
  place:
    'street road room building hall hotel stage podium area region place town village district neighborhood neighbourhood border world home',
  thing:
    'issue question idea plan proposal effort attack claim charge allegation comparison debate rally event election race primary caucus vote percent number amount money dollar job economy tax war way part kind sort thing fact case example result reason point sense tone style history record role power change security violence problem term word phrase label rhetoric language message'
}
const SORTS = new Map<string, NounSort>()
for (const [sort, words] of Object.entries(KINDS))
  for (const word of words.split(' ')) SORTS.set(word, sort as NounSort)

/** What sort of noun a lower-case word is: by its own or by its ending. */
export function nounSort(lower: string): NounSort {
  const known = SORTS.get(lower) ?? SORTS.get(singular(lower))
  if (known !== undefined) return known
  if (/^\d/.test(lower)) return 'time'
  if (/(?:sman|swoman|sperson|ist|ian|ent|or|er|ers|ors|ists|ians|ials|ial|ics|ents)$/.test(lower)) return 'person'
  if (/(?:tion|ment|ness|ity|ance|ence|ism|ship|hood|age|ure|ions|ments|ities)$/.test(lower)) return 'thing'
  return 'other'
}

function singular(lower: string): string {
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  return lower.replace(/(?:’s|'s|s)$/, '')
}
