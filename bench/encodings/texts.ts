/** Invented news in many languages, to be written in their old encodings: some sentences each, in the words and marks of their papers. */
export const TEXTS: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'Le conseil du port de Sollen a gardé pendant neuf jours une note sur la fêlure de la coque du traversier, ont déclaré jeudi deux fonctionnaires.',
    '« Personne n’a été prévenu », a regretté la déléguée des équipages, qui réclame une enquête indépendante.',
    'À la préfecture, on répète que la décision avait été prise à l’unanimité, sans qu’aucun procès-verbal ne soit rédigé.',
    'Où est passée la lettre du chantier naval ? Le ministère a refusé de répondre à cette question, posée déjà trois fois.'
  ],
  de: [
    'Der Hafenrat von Sollen hat einen Vermerk über den Riss im Rumpf der Fähre neun Tage lang zurückgehalten, sagten zwei Beamte am Donnerstag.',
    '„Niemand wurde gewarnt“, erklärte die Sprecherin der Besatzung und forderte eine unabhängige Prüfung.',
    'Das Ministerium äußerte sich nicht; über die Kosten für die Überholung müsse größtenteils der Rat selbst entscheiden.',
    'Während der Anhörung hieß es, die Werft habe schon im Frühjahr zweimal geschrieben – ohne eine Antwort zu erhalten.'
  ],
  es: [
    'La junta del puerto de Sollen ocultó durante nueve días un informe sobre la grieta en el casco del transbordador, según dos funcionarios.',
    '«Nadie avisó a la tripulación», señaló la portavoz, que pidió una investigación pública y más explicaciones.',
    '¿Por qué no se cerró la línea el año pasado? El ministerio no respondió a las preguntas de los periodistas.',
    'La reunión terminó a medianoche, después de que los vecinos exigieran que el alcalde diera marcha atrás.'
  ],
  pl: [
    'Rada portu w Sollen przez dziewięć dni ukrywała notatkę o pęknięciu kadłuba promu, powiedziało w czwartek dwóch urzędników.',
    '„Nikt nas nie ostrzegł” – oświadczyła przedstawicielka załogi i zażądała niezależnego śledztwa.',
    'Ministerstwo nie odpowiedziało na pytania; według stoczni już wiosną wysłano dwa listy z prośbą o wstrzymanie rejsów.',
    'Mieszkańcy wyspy żądają, żeby władze ujawniły wszystkie dokumenty i wyjaśniły, kto podjął tę decyzję.'
  ],
  cs: [
    'Rada přístavu v Sollenu devět dní tajila zprávu o trhlině v trupu trajektu, uvedli ve čtvrtek dva úředníci.',
    '„Nikdo nás nevaroval,“ řekla mluvčí posádky a požádala o nezávislé vyšetřování celé události.',
    'Ministerstvo na otázky neodpovědělo; loděnice prý už na jaře poslala dva dopisy, v nichž žádala o přerušení plaveb.',
    'Obyvatelé ostrova chtějí vědět, kdo o tom rozhodl a proč nebyly dokumenty zveřejněny dříve.'
  ],
  hu: [
    'A solleni kikötő tanácsa kilenc napig visszatartotta a komp törzsén talált repedésről szóló jelentést, közölte csütörtökön két tisztviselő.',
    '„Senki sem figyelmeztetett minket” – mondta a legénység szóvivője, aki független vizsgálatot követelt.',
    'A minisztérium nem válaszolt a kérdésekre; a hajógyár állítólag már tavasszal két levelet küldött a járatok leállításáról.',
    'A sziget lakói azt szeretnék tudni, ki döntött így, és miért nem hozták korábban nyilvánosságra az iratokat.'
  ],
  ro: [
    'Consiliul portului din Sollen a ţinut ascunsă timp de nouă zile o notă despre fisura din coca feribotului, au declarat joi doi funcţionari.',
    '„Nimeni nu ne-a avertizat”, a spus purtătoarea de cuvânt a echipajului, care a cerut o anchetă independentă.',
    'Ministerul nu a răspuns la întrebări; şantierul naval ar fi trimis încă din primăvară două scrisori în această privinţă.',
    'Locuitorii insulei vor să ştie cine a luat hotărârea şi de ce documentele nu au fost făcute publice mai devreme.'
  ],
  tr: [
    'Sollen liman kurulu, feribotun gövdesindeki çatlakla ilgili bir notu dokuz gün boyunca gizledi, dedi perşembe günü iki yetkili.',
    '“Bizi kimse uyarmadı” diyen mürettebat sözcüsü, bağımsız bir soruşturma açılmasını istedi.',
    'Bakanlık soruları yanıtsız bıraktı; tersanenin ilkbaharda seferlerin durdurulması için iki mektup gönderdiği öğrenildi.',
    'Ada halkı, kararı kimin aldığını ve belgelerin neden daha önce açıklanmadığını öğrenmek istiyor.'
  ],
  lt: [
    'Soleno uosto taryba devynias dienas slėpė pranešimą apie įtrūkimą kelto korpuse, ketvirtadienį sakė du pareigūnai.',
    '„Niekas mūsų neįspėjo“, – teigė įgulos atstovė ir pareikalavo nepriklausomo tyrimo.',
    'Ministerija į klausimus neatsakė; laivų statykla dar pavasarį išsiuntė du laiškus, prašydama sustabdyti reisus.',
    'Salos gyventojai nori žinoti, kas priėmė šį sprendimą ir kodėl dokumentai nebuvo paskelbti anksčiau.'
  ],
  vi: [
    'Hội đồng cảng Sollen đã giữ kín trong chín ngày một bản ghi nhớ về vết nứt trên thân phà, hai quan chức cho biết hôm thứ năm.',
    '“Không ai báo trước cho chúng tôi”, người phát ngôn của thủy thủ đoàn nói và yêu cầu một cuộc điều tra độc lập.',
    'Bộ không trả lời các câu hỏi; xưởng đóng tàu được cho là đã gửi hai lá thư từ mùa xuân.',
    'Người dân trên đảo muốn biết ai đã quyết định và vì sao các tài liệu không được công bố sớm hơn.'
  ],
  ru: [
    'Совет порта Соллен девять дней скрывал записку о трещине в корпусе парома, сообщили в четверг два чиновника.',
    '«Нас никто не предупредил», — заявила представительница экипажа и потребовала независимого расследования.',
    'Министерство на вопросы не ответило; верфь ещё весной отправила два письма с просьбой остановить рейсы.',
    'Жители острова хотят знать, кто принял это решение и почему документы не были опубликованы раньше.'
  ],
  uk: [
    'Рада порту Соллен дев’ять днів приховувала записку про тріщину в корпусі порома, повідомили у четвер двоє посадовців.',
    '«Нас ніхто не попередив», — заявила речниця екіпажу і зажадала незалежного розслідування.',
    'Міністерство на запитання не відповіло; верф ще навесні надіслала два листи з проханням зупинити рейси.',
    'Мешканці острова хочуть знати, хто ухвалив це рішення і чому документи не були оприлюднені раніше.'
  ],
  bg: [
    'Съветът на пристанището в Солен девет дни е крил бележка за пукнатина в корпуса на ферибота, съобщиха двама служители.',
    '„Никой не ни предупреди“, каза говорителката на екипажа и поиска независимо разследване.',
    'Министерството не отговори на въпросите; корабостроителницата още през пролетта е изпратила две писма.',
    'Жителите на острова искат да знаят кой е взел решението и защо документите не са били публикувани по-рано.'
  ],
  el: [
    'Το συμβούλιο του λιμανιού του Σόλεν απέκρυψε επί εννέα ημέρες ένα σημείωμα για τη ρωγμή στο κύτος του πλοίου, δήλωσαν δύο υπάλληλοι.',
    '«Κανείς δεν μας προειδοποίησε», είπε η εκπρόσωπος του πληρώματος και ζήτησε ανεξάρτητη έρευνα.',
    'Το υπουργείο δεν απάντησε στις ερωτήσεις· το ναυπηγείο είχε στείλει από την άνοιξη δύο επιστολές.',
    'Οι κάτοικοι του νησιού θέλουν να μάθουν ποιος πήρε την απόφαση και γιατί τα έγγραφα δεν δημοσιεύτηκαν νωρίτερα.'
  ],
  he: [
    'מועצת הנמל של סולן הסתירה במשך תשעה ימים מסמך על הסדק בגוף המעבורת, כך אמרו ביום חמישי שני פקידים.',
    '"איש לא הזהיר אותנו", אמרה דוברת הצוות ודרשה חקירה עצמאית של האירועים האחרונים.',
    'המשרד לא השיב על השאלות; המספנה שלחה כבר באביב שני מכתבים ובהם ביקשה להפסיק את ההפלגות.',
    'תושבי האי רוצים לדעת מי קיבל את ההחלטה ומדוע לא פורסמו המסמכים מוקדם יותר.'
  ],
  ar: [
    'أخفى مجلس ميناء سولن مذكرة عن الشق في هيكل العبّارة تسعة أيام، كما قال اثنان من المسؤولين يوم الخميس.',
    'وقالت المتحدثة باسم الطاقم: «لم يحذرنا أحد»، وطالبت بإجراء تحقيق مستقل في ما حدث.',
    'ولم تجب الوزارة عن الأسئلة، وكان حوض السفن قد أرسل في الربيع رسالتين يطلب فيهما وقف الرحلات.',
    'ويريد سكان الجزيرة أن يعرفوا من اتخذ القرار ولماذا لم تنشر الوثائق قبل ذلك.'
  ],
  fa: [
    'شورای بندر سولن نه روز یادداشتی درباره شکاف بدنه کشتی را پنهان کرد، دو مقام رسمی روز پنجشنبه گفتند.',
    'سخنگوی خدمه گفت «هیچ کس به ما هشدار نداد» و خواستار تحقیق مستقل شد.',
    'وزارتخانه به پرسش ها پاسخ نداد؛ کارخانه کشتی سازی در بهار دو نامه فرستاده بود.',
    'ساکنان جزیره می خواهند بدانند چه کسی این تصمیم را گرفت و چرا اسناد زودتر منتشر نشد.'
  ],
  th: [
    'สภาท่าเรือโซลเลนปกปิดบันทึกเกี่ยวกับรอยร้าวที่ตัวเรือข้ามฟากเป็นเวลาเก้าวัน เจ้าหน้าที่สองคนกล่าวเมื่อวันพฤหัสบดี',
    '“ไม่มีใครเตือนเรา” โฆษกของลูกเรือกล่าวและเรียกร้องให้มีการสอบสวนโดยอิสระ',
    'กระทรวงไม่ได้ตอบคำถาม อู่ต่อเรือได้ส่งจดหมายสองฉบับตั้งแต่ฤดูใบไม้ผลิเพื่อขอให้หยุดเดินเรือ',
    'ชาวเกาะต้องการรู้ว่าใครเป็นผู้ตัดสินใจและเหตุใดเอกสารจึงไม่ถูกเปิดเผยก่อนหน้านี้'
  ],
  ja: [
    'ソレン港の理事会は、連絡船の船体の亀裂に関する文書を九日間にわたって隠していたと、二人の職員が木曜日に明らかにした。',
    '「誰も私たちに警告しなかった」と乗組員の代表は述べ、独立した調査を求めた。',
    '省は質問に答えなかった。造船所は春にも運航の停止を求める手紙を二通送っていたという。',
    '島の住民は、誰がこの決定をしたのか、なぜ文書がもっと早く公表されなかったのかを知りたがっている。'
  ],
  'zh-Hans': [
    '两名官员周四表示，索伦港理事会将一份关于渡轮船体裂缝的备忘录隐瞒了九天。',
    '“没有人警告过我们，”船员代表说，并要求进行独立调查。',
    '该部没有回答问题；据说造船厂早在春天就寄出两封信，要求停止航行。',
    '岛上的居民想知道是谁做出了这个决定，以及为什么文件没有更早公布。'
  ],
  'zh-Hant': [
    '兩名官員週四表示，索倫港理事會將一份關於渡輪船體裂縫的備忘錄隱瞞了九天。',
    '「沒有人警告過我們，」船員代表說，並要求進行獨立調查。',
    '該部沒有回答問題；據說造船廠早在春天就寄出兩封信，要求停止航行。',
    '島上的居民想知道是誰做出了這個決定，以及為什麼文件沒有更早公布。'
  ],
  ko: [
    '솔렌 항만 이사회가 여객선 선체의 균열에 관한 메모를 아흐레 동안 숨겼다고 두 공무원이 목요일에 밝혔다.',
    '“아무도 우리에게 경고하지 않았다”고 선원 대표는 말하며 독립적인 조사를 요구했다.',
    '부처는 질문에 답하지 않았다. 조선소는 봄에 이미 운항 중단을 요청하는 편지를 두 통 보냈다고 한다.',
    '섬 주민들은 누가 이 결정을 내렸는지, 왜 문서가 더 일찍 공개되지 않았는지 알고 싶어 한다.'
  ]
}

/** The encodings that texts of a language were written in, by the names that iconv-lite gives them. */
export const WRITTEN: readonly [encoding: string, languages: string][] = [
  ['windows-1252', 'fr de es'],
  ['macintosh', 'fr de es'],
  ['windows-1250', 'pl cs hu ro'],
  ['iso-8859-2', 'pl cs hu ro'],
  ['windows-1251', 'ru uk bg'],
  ['koi8-r', 'ru'],
  ['koi8-u', 'uk'],
  ['iso-8859-5', 'ru bg'],
  ['ibm866', 'ru'],
  ['maccyrillic', 'ru'],
  ['windows-1253', 'el'],
  ['iso-8859-7', 'el'],
  ['windows-1254', 'tr'],
  ['windows-1255', 'he'],
  ['windows-1256', 'ar fa'],
  ['iso-8859-6', 'ar'],
  ['windows-1257', 'lt'],
  ['windows-1258', 'vi'],
  ['windows-874', 'th'],
  ['shift_jis', 'ja'],
  ['euc-jp', 'ja'],
  ['gb18030', 'zh-Hans'],
  ['big5', 'zh-Hant'],
  ['euc-kr', 'ko'],
  ['utf-16le', 'ru el he ar ja zh-Hans ko fr'],
  ['utf-16be', 'ru el he ar ja zh-Hans ko fr']
]
