/** Compact lists of facts: what places, peoples, titles and given names are called. Lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'))

/** Countries and territories by other names than the present official ones, and regions of the world. */
const MORE_COUNTRIES =
  'america|u.s.|u.s|us|usa|u.s.a.|united states of america|britain|great britain|uk|u.k.|england|scotland|wales|northern ireland|ireland|holland|burma|soviet union|ussr|yugoslavia|' +
  'czechoslovakia|czech republic|slovak republic|zaire|ivory coast|cape verde|east timor|macedonia|bosnia|bosnia-herzegovina|herzegovina|swaziland|turkey|korea|south korea|north korea|' +
  'vietnam|taiwan|hong kong|macau|macao|gaza|west bank|palestine|palestinian territories|east germany|west germany|congo|republic of congo|trinidad|tobago|antigua|st lucia|sao tome|' +
  'vatican|kosovo|chechnya|tibet|kurdistan|crimea|donbas|catalonia|transnistria|abkhazia|south ossetia|somaliland|western sahara|trinidad and tobago|uae|emirates'
const REGIONS =
  'africa|asia|europe|north america|south america|latin america|central america|antarctica|oceania|middle east|near east|far east|balkans|caucasus|scandinavia|caribbean|mediterranean|' +
  'atlantic|pacific|arctic|baltic|black sea|red sea|persian gulf|gulf|central asia|southeast asia|east asia|south asia|west africa|east africa|southern africa|north africa|sahel|siberia|' +
  'eastern europe|western europe|central europe|benelux|bavaria|saxony|prussia|flanders|wallonia|brittany|normandy|provence|tuscany|sicily|sardinia|corsica|lombardy|andalusia|galicia|' +
  'basque country|silesia|pomerania|transylvania|bohemia|moravia|punjab|kashmir|bengal|gujarat|kerala|bihar|assam|sindh|balochistan|sumatra|java|borneo|bali|mindanao|luzon|hokkaido|okinawa|' +
  'xinjiang|guangdong|sichuan|inner mongolia|quebec|ontario|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|yukon|queensland|new south wales|victoria|tasmania|' +
  'northern territory|ulster|yorkshire|lancashire|cornwall|kent|essex|sussex|surrey|devon|norfolk|suffolk|hampshire|cheshire|durham|northumberland|midlands|highlands|crimea|anatolia|sinai|golan heights|' +
  'galilee|negev|darfur|katanga|kwazulu-natal|gauteng|transvaal|natal|patagonia|amazon|yucatan|chiapas|oaxaca|jalisco|sinaloa|bekaa|sahara|himalayas|alps|andes|pyrenees|urals|danube|rhine|nile|volga|thames|seine|mekong'
const US_STATES =
  'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|' +
  'mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|' +
  'texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|puerto rico|district of columbia|d.c.|calif.|conn.|fla.|ill.|mass.|mich.|minn.|n.j.|n.y.|n.c.|n.h.|pa.|tenn.|tex.|va.|wash.|wis.|colo.|ariz.|ga.|ind.|md.|ohio|new england'
const CITIES =
  'london|paris|berlin|bonn|madrid|rome|lisbon|brussels|amsterdam|the hague|rotterdam|vienna|geneva|zurich|basel|berne|bern|lausanne|copenhagen|oslo|stockholm|gothenburg|helsinki|reykjavik|dublin|belfast|cork|' +
  'edinburgh|glasgow|aberdeen|dundee|cardiff|swansea|manchester|liverpool|birmingham|leeds|sheffield|bristol|newcastle|nottingham|leicester|southampton|portsmouth|brighton|oxford|cambridge|york|coventry|derby|' +
  'sunderland|middlesbrough|blackburn|bolton|wimbledon|munich|frankfurt|hamburg|cologne|stuttgart|dusseldorf|düsseldorf|dortmund|essen|leipzig|dresden|hanover|hannover|nuremberg|bremen|karlsruhe|mannheim|' +
  'milan|turin|naples|genoa|bologna|florence|venice|palermo|verona|bari|parma|barcelona|valencia|seville|bilbao|malaga|zaragoza|lyon|marseille|toulouse|nice|bordeaux|strasbourg|lille|nantes|monaco|cannes|' +
  'porto|antwerp|ghent|bruges|liege|luxembourg|prague|brno|bratislava|budapest|warsaw|krakow|cracow|gdansk|lodz|poznan|wroclaw|bucharest|sofia|belgrade|zagreb|ljubljana|sarajevo|skopje|tirana|pristina|podgorica|' +
  'athens|thessaloniki|nicosia|istanbul|ankara|izmir|moscow|st petersburg|st. petersburg|kiev|kyiv|kharkiv|odessa|lviv|minsk|vilnius|riga|tallinn|chisinau|tbilisi|yerevan|baku|grozny|tashkent|almaty|astana|bishkek|dushanbe|' +
  'jerusalem|tel aviv|haifa|hebron|ramallah|bethlehem|nablus|beirut|damascus|aleppo|amman|baghdad|basra|mosul|arbil|erbil|kirkuk|tehran|kabul|kandahar|riyadh|jeddah|mecca|medina|doha|dubai|abu dhabi|manama|muscat|sanaa|aden|kuwait city|' +
  'cairo|alexandria|khartoum|tripoli|benghazi|tunis|algiers|rabat|casablanca|dakar|bamako|niamey|abidjan|accra|lagos|abuja|kano|kinshasa|brazzaville|luanda|lusaka|harare|maputo|pretoria|johannesburg|cape town|durban|' +
  'nairobi|mombasa|kampala|kigali|bujumbura|addis ababa|asmara|mogadishu|dar es salaam|freetown|monrovia|conakry|ouagadougou|yaounde|libreville|windhoek|gaborone|antananarivo|' +
  'islamabad|karachi|lahore|peshawar|new delhi|delhi|bombay|mumbai|calcutta|kolkata|madras|chennai|bangalore|hyderabad|ahmedabad|dhaka|colombo|kathmandu|rangoon|yangon|bangkok|hanoi|ho chi minh city|saigon|phnom penh|vientiane|' +
  'kuala lumpur|singapore|jakarta|manila|beijing|peking|shanghai|guangzhou|shenzhen|tianjin|wuhan|chongqing|taipei|seoul|pusan|busan|pyongyang|tokyo|osaka|kyoto|yokohama|nagoya|hiroshima|nagasaki|sapporo|ulan bator|lhasa|' +
  'sydney|melbourne|brisbane|perth|adelaide|canberra|hobart|darwin|auckland|wellington|christchurch|toronto|montreal|ottawa|vancouver|calgary|edmonton|winnipeg|halifax|mexico city|guadalajara|monterrey|tijuana|acapulco|' +
  'guatemala city|san salvador|tegucigalpa|managua|san jose|panama city|havana|kingston|port-au-prince|santo domingo|san juan|bogota|bogotá|medellin|cali|caracas|quito|guayaquil|lima|la paz|santiago|buenos aires|cordoba|montevideo|asuncion|' +
  'brasilia|sao paulo|são paulo|rio de janeiro|salvador|recife|porto alegre|los angeles|chicago|houston|philadelphia|phoenix|san antonio|san diego|dallas|san francisco|austin|jacksonville|columbus|indianapolis|' +
  'charlotte|seattle|denver|boston|detroit|nashville|memphis|portland|oklahoma city|las vegas|louisville|baltimore|milwaukee|albuquerque|tucson|sacramento|kansas city|atlanta|miami|oakland|minneapolis|cleveland|tampa|' +
  'new orleans|honolulu|cincinnati|pittsburgh|st louis|st. louis|buffalo|orlando|anchorage|newark|brooklyn|manhattan|queens|bronx|harlem|hollywood|santa fe|salt lake city|little rock|baton rouge|annapolis|ferguson|arlington'
const DEMONYMS =
  'afghan|african|albanian|algerian|american|angolan|arab|argentine|argentinian|armenian|asian|australian|austrian|azeri|bahraini|bangladeshi|basque|belarussian|belgian|bolivian|bosnian|brazilian|british|bulgarian|burmese|burundian|' +
  'cambodian|cameroonian|canadian|catalan|chadian|chechen|chilean|chinese|colombian|congolese|corsican|croat|croatian|cuban|cypriot|czech|danish|dane|dutch|dutchman|ecuadorian|egyptian|english|englishman|eritrean|estonian|ethiopian|european|fijian|filipino|' +
  'finnish|finn|flemish|french|frenchman|georgian|german|ghanaian|greek|guatemalan|haitian|hispanic|honduran|hungarian|icelandic|indian|indonesian|iranian|iraqi|irish|irishman|islamic|islamist|israeli|italian|jamaican|japanese|jewish|jordanian|kazakh|kenyan|korean|kosovar|' +
  'kurd|kurdish|kuwaiti|lao|latin|latino|latvian|lebanese|liberian|libyan|lithuanian|macedonian|malaysian|malian|maltese|mexican|moldovan|mongolian|moroccan|moslem|mozambican|muslim|namibian|nepalese|nicaraguan|nigerian|nordic|norwegian|omani|pakistani|' +
  'palestinian|panamanian|paraguayan|peruvian|pole|polish|portuguese|qatari|romanian|russian|rwandan|saudi|scot|scottish|serb|serbian|sikh|singaporean|slovak|slovene|slovenian|somali|soviet|spaniard|spanish|sri lankan|sudanese|swede|swedish|swiss|syrian|taiwanese|' +
  "tajik|tamil|tanzanian|thai|tibetan|tunisian|turk|turkish|turkmen|ugandan|ukrainian|uruguayan|uzbek|venezuelan|vietnamese|welsh|yemeni|yugoslav|zairean|zambian|zimbabwean|hutu|tutsi|shi'ite|shiite|sunni|christian|catholic|protestant|orthodox|hindu|buddhist|" +
  'republican|democrat|democratic|communist|socialist|marxist|nazi|conservative|labour|liberal|tory|western|anglo|west indian|new zealander|south african|north korean|south korean|latin american|central american|african-american|texan|californian|londoner|parisian|bavarian|berliner'
const GIVEN_NAMES =
  'aaron|abdul|abdel|abdullah|abraham|ada|adam|adrian|agnes|ahmad|ahmed|alain|alan|albert|alberto|aleksandr|alex|alexander|alexandra|alexei|alfred|ali|alice|alison|allan|allen|alvaro|amanda|amir|amy|ana|anatoly|anders|andre|andrea|andreas|andrei|andrew|andy|angela|angelo|anita|ann|anna|anne|anthony|antoine|anton|antonio|ariel|arnold|arthur|asif|barbara|barry|ben|benjamin|bernard|bernd|bernie|bert|beth|betty|bill|billy|bob|bobby|boris|brad|brandon|brendan|brent|brett|brian|bruce|bryan|carl|carla|carlo|carlos|carmen|carol|caroline|carolyn|catherine|cecilia|cesar|charles|charlie|chris|christian|christina|christine|christoph|christopher|chuck|claire|claude|claudia|claudio|colin|craig|cristina|curtis|cynthia|dale|damien|dan|daniel|danny|darren|dave|david|dean|deborah|dennis|derek|diana|diane|diego|dieter|dimitri|dmitry|don|donald|donna|doris|dorothy|doug|douglas|duncan|dwight|earl|ed|eddie|edgar|eduardo|edward|edwin|elena|eli|elizabeth|ellen|emily|emma|enrique|eric|erik|ernest|ernesto|esther|eugene|eva|evelyn|fabio|fatima|felipe|felix|fernando|fidel|florian|frances|francesco|francis|francisco|franco|francois|frank|franz|fred|frederic|gabriel|gary|gavin|gennady|geoff|geoffrey|george|georges|gerald|gerard|gerhard|giancarlo|gianni|giorgio|giovanni|giuseppe|glen|glenn|gloria|gordon|grace|graham|grant|greg|gregory|guillermo|gunter|gustavo|guy|hamid|hannah|hans|harold|harry|hassan|heather|hector|heinz|helen|helmut|henri|henry|herbert|herman|hillary|hosni|howard|hugh|hugo|hussein|ian|ibrahim|igor|ingrid|irene|isaac|isabel|ismail|ivan|jack|jackie|jacob|jacqueline|jacques|jaime|james|jamie|jan|jane|janet|jason|javed|javier|jay|jean|jeff|jeffrey|jennifer|jens|jeremy|jerome|jerry|jesse|jessica|jesus|jill|jim|jimmy|joan|joao|joe|joel|joerg|john|johnny|jon|jonathan|jorge|jose|josef|joseph|joshua|juan|judith|judy|juergen|julia|julian|julie|julio|justin|karen|karim|karin|karl|kate|katherine|kathleen|kathy|keith|kelly|ken|kenneth|kevin|khaled|kim|klaus|kofi|kurt|kyle|lance|larry|laura|lauren|lawrence|lee|len|leo|leon|leonard|leonid|leslie|lewis|liam|linda|lindsay|lisa|lloyd|lorenzo|louis|louise|luc|luca|lucas|lucy|luigi|luis|luke|magnus|manuel|marc|marcel|marco|marcos|marcus|margaret|maria|marie|marina|mario|marion|mark|marko|markus|martha|martin|martina|marvin|mary|massimo|mats|matt|matteo|matthew|maurice|mauro|max|megan|melissa|michael|michel|michele|michelle|miguel|mike|mikhail|milan|miroslav|mitch|mohamed|mohammad|mohammed|monica|monique|moshe|muhammad|mustafa|nadia|nancy|naomi|natalie|natasha|nathan|neil|nelson|nicholas|nick|nicola|nicolas|nicole|nigel|nikolai|nils|nina|noah|norman|oleg|olga|oliver|olivia|omar|oscar|oskar|otto|pablo|pamela|paolo|pascal|pat|patricia|patrick|paul|paula|paulo|pavel|pedro|peggy|penny|per|pete|peter|phil|philip|philippe|phillip|pierre|piotr|rachel|radovan|rafael|ralf|ralph|ramon|raul|ray|raymond|rebecca|rene|ricardo|richard|rick|ricky|rita|rob|robert|roberto|robin|rod|roger|roland|rolf|roman|ron|ronald|rosa|rose|ross|roy|rudolf|rupert|russell|ruth|ryan|saad|saddam|sally|sam|samantha|samuel|sandra|sara|sarah|scott|sean|sebastian|serge|sergei|sergey|sergio|shane|shannon|sharon|shaun|sheila|silvio|simon|slobodan|sofia|sonia|sophie|stan|stanislav|stanley|stefan|stephane|stephanie|stephen|steve|steven|stuart|sue|susan|suzanne|sven|tamara|ted|teresa|terry|thabo|theodore|theresa|thierry|thomas|tim|timothy|tina|todd|tom|tommy|toni|tony|tracy|trevor|tyler|uwe|vaclav|valentin|valerie|vanessa|vera|vernon|veronica|victor|victoria|viktor|vincent|virginia|vitaly|vladimir|waleed|walter|warren|wayne|wendy|werner|wilhelm|will|william|willie|willy|wim|wolfgang|yannick|yasser|yevgeny|yitzhak|youssef|yuri|yusuf|yves|zoran|orla|niamh|saoirse|aoife'

/** Codes of ISO 3166-1 are two letters; the names come from the runtime's own data. */
function countryNames(languages: readonly string[]): string[] {
  const names: string[] = []
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (let first = 65; first <= 90; first++)
      for (let second = 65; second <= 90; second++) {
        const name = display.of(String.fromCharCode(first, second))
        if (name !== undefined) names.push(name.toLowerCase())
      }
  }
  return names
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']

export type PlaceKind = 'country' | 'state' | 'city' | 'region'

let places: Map<string, PlaceKind> | null = null

/** What place a lower-case name is known as. The list is made when it is first asked for. */
export function placeOf(lower: string): PlaceKind | undefined {
  places ??= makePlaces()
  return places.get(lower)
}

function makePlaces(): Map<string, PlaceKind> {
  const made = new Map<string, PlaceKind>()
  for (const name of CITIES.split('|')) made.set(name, 'city')
  for (const name of REGIONS.split('|')) made.set(name, 'region')
  for (const name of US_STATES.split('|')) made.set(name, 'state')
  for (const name of countryNames(LANGUAGES))
    if (!name.includes('pseudo')) made.set(name.replace(/ \(.*\)$/, ''), 'country')
  for (const name of MORE_COUNTRIES.split('|')) made.set(name, 'country')
  return made
}

const demonyms = set(DEMONYMS)

/** True for what people, languages and beliefs are called, and what comes from them: “Danish”, “Danes”. */
export function isDemonym(lower: string): boolean {
  return demonyms.has(lower) || (lower.endsWith('s') && demonyms.has(lower.slice(0, -1)))
}

const givenNames = set(GIVEN_NAMES)

export function isGivenName(lower: string): boolean {
  return givenNames.has(lower) || (lower.includes('-') && lower.split('-').every((part) => givenNames.has(part)))
}
