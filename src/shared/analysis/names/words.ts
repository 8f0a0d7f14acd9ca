/** Words that tell what the name beside them or with them is. Lower case. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Before a person's name, with a capital. */
export const TITLES = set(
  'mr mr. mrs mrs. ms ms. miss mx mx. dr dr. prof prof. professor sir dame lord lady baron baroness count king queen prince princess pope president vice-president premier chancellor senator sen. congressman congresswoman ' +
    'representative rep. reps. sens. governor gov. mayor minister secretary ambassador judge justice general gen. lieutenant lt. colonel col. major maj. captain capt. sergeant sgt. corporal admiral adm. commander inspector superintendent detective officer ' +
    'sheriff chief chairman chairwoman director bishop archbishop cardinal father brother sister rev. reverend rabbi imam sheikh sheik ayatollah emir sultan emperor coach speaker deputy attorney herr frau monsieur madame mme m. señor señora don signor professor. ' +
    'hon. councillor alderman constable insp. supt. det. marshal spokesman spokeswoman spokesperson commissioner envoy treasurer correspondent editor reporter analyst columnist strategist'
)
/** With a capital among titles: “Foreign Minister”, “Vice President”. */
export const TITLE_PARTS = set(
  'prime vice foreign finance defence defense interior deputy former acting justice trade health education agriculture environment transport home economy labour labor first lady chief executive attorney general state treasury press house senate majority minority leader opposition party whip assistant under-secretary secretary-general federal energy culture senior junior national security adviser advisor police staff political diplomatic managing bureau business sports white'
)
/** What people do, before their name without a capital. */
export const OCCUPATIONS = set(
  'spokesman spokeswoman spokesperson president chairman chairwoman chief director manager captain coach striker midfielder defender goalkeeper keeper forward winger skipper batsman bowler pitcher player minister leader ' +
    'premier analyst trader economist dealer lawyer attorney judge author writer actor actress singer professor mayor governor senator candidate champion owner founder editor reporter correspondent journalist secretary ambassador ' +
    'envoy negotiator commander general colonel officer official teammate compatriot winner partner wife husband son daughter brother sister father mother colleague rival opponent successor predecessor ' +
    'executive strategist adviser advisor aide activist driver rider jockey swimmer sprinter boxer golfer seed veteran rookie quarterback shortstop outfielder reliever closer prosecutor detective resident farmer teacher doctor nurse student bishop historian scientist researcher photographer'
)
/** The last or a later word of an organisation's name. */
export const ORGANISATION_WORDS = set(
  'inc inc. corp corp. co co. ltd ltd. llc plc plc. gmbh ag sa nv spa s.a. n.v. s.p.a. company corporation group holdings holding bank banks bancorp trust fund funds insurance airlines airways air motors industries industrial enterprises systems technologies technology ' +
    'communications telecom pharmaceuticals laboratories labs energy oil gas petroleum mining steel electric power partners associates brothers bros bros. sons stores securities capital financial finance investment investments exchange ' +
    'ministry department agency bureau commission committee council office authority board court congress senate parliament assembly house administration government police army navy force forces guard corps service services ' +
    'party union federation association league alliance movement front coalition society institute institution foundation university college school academy hospital clinic church church museum library theatre theater orchestra club fc united rovers wanderers athletic albion hotspur ' +
    'organisation organization conference summit tribunal secretariat command brigade battalion regiment division militia brotherhood times post journal gazette tribune herald guardian telegraph observer news press television tv radio network networks media magazine daily courier chronicle ' +
    'nations centre center project programme program panel campaign team club consortium cooperative chamber registry treasury newsroom reserve'
)
/** A place's word: last (“Arden River”) or first (“Lake Arden”). */
export const PLACE_WORDS = set(
  'river lake sea ocean bay gulf strait straits channel island islands isle isles mountain mountains mount valley county province state district region territory city town village peninsula desert forest coast beach harbour harbor port airport street road avenue boulevard lane square park bridge tower palace stadium arena hills heights falls springs canyon creek cape point canal republic kingdom oblast prefecture borough plaza glacier volcano dam pass plateau basin border'
)
export const PLACE_FIRST = set(
  'lake mount cape port fort saint st st. san santa new north south east west northern southern eastern western upper lower greater central el al la los las le les puerto nueva bad sankt'
)
/** Links within a name. */
export const NAME_LINKS = set(
  'de del della di da dos das do du des van von der den ter ten al el la le bin ibn ben abu y e zu af of'
)
/** Capitalised and no name of anybody. */
export const CALENDAR = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. monday tuesday wednesday thursday friday saturday sunday ' +
    'christmas easter ramadan gmt est edt pst pdt cet bst utc'
)
/** Acronyms that name no organisation. */
export const OTHER_ACRONYMS = set(
  'ceo cfo coo gdp gnp tv ceos aids hiv dna mp mps pm am id ok vat ipo usd eur gbp rbi era rbis atm faq pdf dvd cd suv vip phd mba ad bc ce no q1 q2 q3 q4 u.s u.s. uk us u.k. usa'
)
