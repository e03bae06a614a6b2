// What is said in other languages than English, as texts are normalised: without accents, in lower case.
import { feature } from "../match.ts";
import { phrases } from "./prose-words.ts";

const thing = { thing: true };

/** The user is kept from knowing; each holds its denial itself. */
export const CONCEALED_ABROAD = phrases(
  "concealed-abroad",
  [
    "(无需|无须|不需要|不必|不用|不要|不得|不应|禁止|切勿|请勿|不许|别)(向|对|给|跟)?(用户|对方|使用者|客户|用戶)?(展示|说明|告知|告诉|提示|提及|提到|透露|显示|解释|汇报|披露)|(对|向)(用户|客户)(保密|隐瞒)|(用户|对方|客户)(追问|问起|询问)|瞒着(用户|客户)|(悄悄|偷偷|暗中)",
    "(ユーザー?|利用者|使用者|相手|顧客)(に|には|へ)(は)?(何も|一切)?(知らせ|伝え|言わ|見せ|報告|説明|通知|開示)(し)?(ない|ず|なく)|(言及|報告|説明|通知|表示|開示)(は)?(しない|せず|不要)|とだけ(伝え|答え|言|表示|返)|内緒|こっそり|気づかれ(ない|ず)",
    "(알리지|말하지|설명하지|보여주지|언급하지|밝히지|표시하지|보고하지|노출하지|넣지) ?(않|말|마)|(이)?라고만 (안내|답|말|표시|알)|몰래|비밀로|눈치채지",
    "(ничего )?не (сообщай|говори|упоминай|показывай|рассказывай|раскрывай|сообщать|говорить|упоминать|показывать|рассказывать|раскрывать)(те)?|незаметно|втайне|тайно|тайком|скрытно|без ведома",
    "no (se |le |les |lo |la )*(menciones|comentes|reveles|expliques|informes|digas|indiques|avises|mencionar|comentar|revelar|explicar|informar|decir|avisar|cuentes)|no hace falta (que )?(comentar|mencionar|detallar|explicar|informar|avisar|decir)(lo|le|selo)?|(ni|no|sin) (detallar|mencionar|comentar|incluir)(lo|la|los)?( el| la| los)?( envio)?( con| en| al)|sin (que (el|la) usuari[oa] (lo )?(sepa|note|vea|se entere)|mencionarlo|comentarlo|informar al|avisar al|decir(lo|selo))|nunca (reveles|menciones|digas)|a escondidas|en secreto",
    "ne (le |la |les |l|lui |leur |en )*(mentionn|di(tes|s)|revel|signal|parl|inform|expliqu)(ez?|es|e)?|(nen |ne )(faites|fais) (donc )?pas etat|(nen|ne) parlez? (donc )?pas|sans (en )?(informer|avertir|prevenir|parler a|le (dire|mentionner|signaler))|interdit dinformer|ninforme(z|s)? pas|meme sur question directe|a linsu|inutile (den|de le|de les) (parler|mentionner|signaler|informer)|en secret",
    "(nicht|niemals|nie|nichts( davon)?) (zu )?(erwahnen|mitteilen|verraten|auffuhren|ansprechen|erwahnt|mitgeteilt|aufgefuhrt|angesprochen)|gehor(t|en) nicht in (die|den|das|ihre|seine|deine)|ohne (es |dass |den |dem |die )*(nutzer|anwender|benutzer|kunden|person)(s|in)? (es |davon |zu )*(sagen|mitzuteilen|informieren|merkt|erfahrt|weiss|fragen)|heimlich|unbemerkt|stillschweigend|hinter (dem|ihrem|seinem) rucken|erwahne? (es|das|dies|sie|den schritt|ihn)?( dem nutzer| gegenuber)* ?nicht",
    "(nunca|jamais) (revele|mencione|diga|conte|mostre|informe)|nao (o |a |lhe )?(mencione|revele|diga|conte|informe|comente|avise)|sem (que o usuario (saiba|perceba|note)|avisar|informar|mencionar|o conhecimento)|nao e (necessario|preciso) (mencionar|informar|avisar|comentar)|em segredo|as escondidas",
    "non (dire|menzionare|rivelare|informare|far sapere)( nulla)?( a(l|ll))?|senza (informare|dirlo|avvisare|che lutente)|di nascosto|in segreto",
    "(zonder|niet) (dat de gebruiker|aan de gebruiker|vermelden|melden)|stiekem|kullaniciya (soyleme|bildirme|gosterme)|gizlice|nie (mow|wspominaj|informuj)|bez wiedzy|potajemnie|لا تخبر المستخدم|उपयोगकर्ता को न बता",
  ],
  thing,
);

/** Nobody is to be asked first. */
export const UNASKED_ABROAD = phrases(
  "unasked-abroad",
  [
    "(无需|不需要|不必|不要|无须|不用)(等待|征求|经过|获得)?(用户)?(的)?(确认|同意|批准|授权|询问)|未经(用户)?(确认|同意)|自动(提交|上传|上报|发送)",
    "(確認|許可|同意|承認)(は|を)?(不要|求めず|取らず|なしで|せず)|자동으로 (전송|업로드|제출)|(확인|동의|승인|허락)(을|를)? ?(구하지|받지|없이|묻지|필요 없)",
    "не (спрашивай|запрашивай|жди)(те)?|без (подтверждения|согласия|разрешения|запроса)",
    "no pidas (confirmacion|permiso|autorizacion)|sin (pedir |solicitar )?(confirmacion|permiso|autorizacion|consentimiento|preguntar)|no hace falta (recabar|pedir|solicitar)",
    "sans (demander|attendre|solliciter) (de |la |son |une )*(confirmation|accord|autorisation|permission)?|ne demandez? pas|sans (confirmation|consentement|son accord)",
    "ohne (zu fragen|nachfrage|ruckfrage|bestatigung|zustimmung|einwilligung|freigabe)|(nicht|nie) nachfragen|frage? nicht nach",
    "nao (peca|solicite) (confirmacao|permissao|autorizacao)|sem (pedir |solicitar )?(confirmacao|permissao|consentimento|autorizacao|perguntar)",
    "senza (chiedere|conferma|permesso|consenso)",
  ],
  thing,
);

/** What leaves the machine. It is told as an order nearly always; these languages have no word that English reads as a denial. */
export const SENT_ABROAD = phrases(
  "sent-abroad",
  [
    "提交(至|到|给)|上报|回传|发送|上传|传送|推送(至|到)|转发|发(到|给|往)|寄(到|给)|同步(至|到)",
    "送信|アップロード|転送|投稿|(を|へ|に)送(る|り|って|れ)|付け(る|て)|埋め込",
    "보낸|보내|전송|업로드|제출|전달|첨부",
    "отправ(ь|ьте|ить|ляй|ляйте|лять)|загруз(и|ите|ить)|выгрузи|перешли|переслать|передай",
    "envia(lo|la|los|las|r|rlo|rla|dlo|selo|mos)?|envie|sube(lo|la|los)?|subir(lo)?|remit(e|ir|elo)|manda(lo|r)?|adjunta|transmit(e|ir)",
    "envo(ie|ies|yer|yez|yee?s?)|transm(et|ets|ettre|ettez|is|ise|ises)|televers(e|er|ez)|depos(e|er|ez)|adress(ez|er)",
    "(senden|sende|sendet|gesendet|hochladen|hochgeladen|ubertragen|ubermitteln|ubermittelt|weiterleiten|weitergeleitet|schicken|schicke|melden|einsenden|anhangen)",
    "envi(e|ar|a)( tudo)?|mand(e|ar)( tudo)?|transmit(a|ir)|encaminh(e|ar)|anex(e|ar)",
    "invia(re|lo|li|la)?|carica(re|lo)?|trasmett(i|ere)|inoltra(re)?",
  ],
  thing,
);

/** A secret, by the words for it. */
export const SECRETS_ABROAD = phrases(
  "secrets-abroad",
  [
    "密钥|密码|凭证|凭据|令牌|私钥|口令|助记词|环境变量|访问密钥|验证码|银行卡",
    "パスワード|秘密鍵|認証情報|トークン|環境変数|シードフレーズ|api ?キー|暗証番号",
    "비밀번호|환경 ?변수|api ?키|토큰|개인 ?키|시드 ?(문구|구문)|자격 ?증명|인증서|인증 ?번호",
    "парол(ь|и|я|ей)|приватн(ый|ые) ключ|сид-?фраз|seed-фраз|токен|секрет(ы|ные)|переменные окружения|учетные данные",
    "contrasenas?|credenciales|certificado digital|clave (privada|secreta)|variables de entorno|frase semilla|datos bancarios|numero de tarjeta",
    "mots? de passe|identifiants|cle privee|variables denvironnement|phrase de recuperation|coordonnees bancaires|numero de carte",
    "passwort(er)?|kennwort(er)?|zugangsdaten|privater schlussel|umgebungsvariablen|geheimnisse|anmeldedaten|bankverbindung",
    "senhas?|credenciais|chave privada|variaveis de ambiente|frase semente|codigo que .?chegou|codigo sms|dados bancarios",
    "credenziali|chiave privata|variabili dambiente",
  ],
  thing,
);

/** What people say and write to each other, and what they keep. */
export const PRIVATE_ABROAD = phrases(
  "private-abroad",
  [
    "(本次|全部|完整|当前|历史)?(对话|聊天|会话)(全文|记录|内容|历史)|(用户|客户)(的)?(数据|文件|信息|隐私|资料|地址|手机号)|身份证",
    "会話(履歴|内容|全文|ログ)?|(顧客|個人|機密|契約|給与)(情報|データ)?|見積",
    "대화 ?(내용|기록|전체)|변경된 파일|(고객|개인) ?(정보|데이터)",
    "переписк|истори(я|ю) (чата|диалога|переписки)|личные данные",
    "(toda )?la conversacion|historial|documento completo|archivo completo|datos (personales|del cliente)|secreto profesional|ultimas facturas",
    "(toute )?la conversation|historique|copie integrale|courriels|donnees (personnelles|du client)|secret professionnel",
    "(gesamte[nrs]? )?(gesprach|unterhaltung|verlauf)|kundendaten|vollstandige[nrs]? (datei|dokument|inhalt)|personenbezogene",
    "(toda )?a conversa|historico|dados (pessoais|do cliente)|extratos?",
  ],
  thing,
);

/** A chat's hook with its key, or a bot with its token, written out: whoever reads it may write there. */
export const HOOK_WITH_KEY = feature("hook-with-key", /[/](bot[0-9]|webhooks[/][0-9]|services[/]t)/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*(api\.telegram\.org[/]bot[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*:[a-z0-9_-]{20}|discord(app)?\.com[/]api[/](v[0-9]+[/])?webhooks[/][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*[/][a-z0-9_-]{20}|hooks\.slack\.com[/]services[/]t[a-z0-9]+[/]b[a-z0-9]+[/][a-z0-9]{10})/,
});

/** Shows whatever is sent there to whoever made the address: no service answers below such a name. */
export const CATCHER = feature(
  "catcher",
  /[a-z0-9-]\.m\.pipedream\.net|webhook\.site[/][a-z0-9]|[a-z0-9>}]\.(oast\.(pro|live|site|online|fun|me|us|today)|interact\.sh|interactsh\.com|oastify\.com|burpcollaborator\.net|dnslog\.cn|requestcatcher\.com|ceye\.io|canarytokens\.com)|requestbin\.(com|net)[/]r|hookbin\.com[/][a-z0-9]|transfer\.sh[/][a-z0-9]|[/]file\.io|[/]0x0\.st|[/]bashupload\.com|[/]temp\.sh/,
  { thing: true, edges: false },
);
