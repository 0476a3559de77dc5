import { expect, test } from "vitest";
import { compile } from "../../../../src/build/compile.ts";
import { languages } from "../../../../src/dialects/common/vocabulary/languages.ts";
import { compareContracts } from "../../../../src/openapi/compare-contracts.ts";
import { createFolder } from "../../../build/folder.ts";

/** The same two pages in each language with a vocabulary, as machine translation words them: names, code and links are left alone. */
interface Phrases {
  readonly property: string;
  readonly type: string;
  readonly description: string;
  readonly string: string;
  readonly boolean: string;
  readonly date: string;
  readonly strings: string;
  readonly objects: (link: string) => string;
  readonly readOnly: string;
  readonly isReadOnly: string;
  readonly values: (list: readonly string[]) => string;
  readonly oneOf: (list: readonly string[]) => string;
  readonly isDefault: string;
  readonly notNullable: string;
  readonly inherits: (link: string) => string;
  readonly delegated: string;
  readonly personal: string;
  readonly application: string;
  readonly notSupported: string;
  readonly leastToMost: string;
  readonly required: string;
  readonly optional: string;
  readonly noRequestBody: string;
  readonly returnsList: (link: string) => string;
}

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``);

const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    property: "Property",
    type: "Type",
    description: "Description",
    string: "String",
    boolean: "Boolean",
    date: "Date",
    strings: "String collection",
    objects: (link) => `${link} collection`,
    readOnly: "Read-only.",
    isReadOnly: "This property is read-only.",
    values: (list) => `Possible values are: ${code(list).join(", ")}.`,
    oneOf: (list) => `One of ${code(list).join(", ")}.`,
    isDefault: "The default value is `true`.",
    notNullable: "Not nullable.",
    inherits: (link) => `Inherits from ${link}.`,
    delegated: "Delegated (work or school account)",
    personal: "Delegated (personal Microsoft account)",
    application: "Application",
    notSupported: "Not supported.",
    leastToMost: "Permissions (from least to most privileged)",
    required: "Required.",
    optional: "Optional.",
    noRequestBody: "Do not supply a request body for this method.",
    returnsList: (link) => `Returns \`200 OK\` and a collection of ${link} objects in the response body.`,
  },
  de: {
    property: "Eigenschaft",
    type: "Typ",
    description: "Beschreibung",
    string: "Zeichenfolge",
    boolean: "Boolescher Wert",
    date: "Datum",
    strings: "Zeichenfolgenauflistung",
    objects: (link) => `${link}-Sammlung`,
    readOnly: "Schreibgeschützt.",
    isReadOnly: "Diese Eigenschaft ist schreibgeschützt.",
    values: (list) => `Mögliche Werte sind: ${code(list).join(", ")}.`,
    oneOf: (list) => `Eine der folgenden Arten: ${code(list).join(", ")}.`,
    isDefault: "Der Standardwert ist `true`.",
    notNullable: "Lässt keine Nullwerte zu.",
    inherits: (link) => `Erbt von ${link}.`,
    delegated: "Delegiert (Geschäfts-, Schul- oder Unikonto)",
    personal: "Delegiert (persönliches Microsoft-Konto)",
    application: "Anwendung",
    notSupported: "Nicht unterstützt",
    leastToMost: "Berechtigungen (von der Berechtigung mit den wenigsten Rechten zu der mit den meisten Rechten)",
    required: "Erforderlich.",
    optional: "Optional.",
    noRequestBody: "Geben Sie für diese Methode keinen Anforderungstext an.",
    returnsList: (link) => `Gibt \`200 OK\` und eine Sammlung von ${link}-Objekten im Antworttext zurück.`,
  },
  pt: {
    property: "Propriedade",
    type: "Tipo",
    description: "Descrição",
    string: "Cadeia de caracteres",
    boolean: "Booliano",
    date: "Data",
    strings: "Coleção de cadeias de caracteres",
    objects: (link) => `Coleção ${link}`,
    readOnly: "Somente leitura.",
    isReadOnly: "Esta propriedade é somente leitura.",
    values: (list) => `Os valores possíveis são: ${code(list).join(", ")}.`,
    oneOf: (list) => `Um dos ${code(list).join(", ")}.`,
    isDefault: "O valor padrão é `true`.",
    notNullable: "Não anulável.",
    inherits: (link) => `Herda de ${link}.`,
    delegated: "Delegado (conta corporativa ou de estudante)",
    personal: "Delegado (conta pessoal da Microsoft)",
    application: "Aplicativo",
    notSupported: "Sem suporte.",
    leastToMost: "Permissões (da com menos para a com mais privilégios)",
    required: "Obrigatório.",
    optional: "Opcional.",
    noRequestBody: "Não forneça um corpo de solicitação para esse método.",
    returnsList: (link) => `Retorna \`200 OK\` e uma coleção de objetos ${link} no corpo da resposta.`,
  },
  zh: {
    property: "属性",
    type: "类型",
    description: "说明",
    string: "字符串",
    boolean: "布尔值",
    date: "日期",
    strings: "字符串集合",
    objects: (link) => `${link} 集合`,
    readOnly: "只读。",
    isReadOnly: "此属性为只读。",
    values: (list) => `可取值为：${code(list).join("、")}。`,
    oneOf: (list) => `${code(list).join("、")} 之一。`,
    isDefault: "默认值为 `true`。",
    notNullable: "不可为空。",
    inherits: (link) => `继承自 ${link}。`,
    delegated: "委派（工作或学校帐户）",
    personal: "委派（个人 Microsoft 帐户）",
    application: "应用程序",
    notSupported: "不支持。",
    leastToMost: "权限（从最低特权到最高特权）",
    required: "必需。",
    optional: "可选。",
    noRequestBody: "请勿提供此方法的请求正文。",
    returnsList: (link) => `返回 \`200 OK\` 和响应正文中的 ${link} 对象集合。`,
  },
  ja: {
    property: "プロパティ",
    type: "型",
    description: "説明",
    string: "文字列",
    boolean: "ブール値",
    date: "日付",
    strings: "文字列コレクション",
    objects: (link) => `${link} コレクション`,
    readOnly: "読み取り専用。",
    isReadOnly: "このプロパティは読み取り専用です。",
    values: (list) => `可能な値は、${code(list).join("、")} です。`,
    oneOf: (list) => `${code(list).join("、")} のいずれか。`,
    isDefault: "既定値は `true` です。",
    notNullable: "null 許容型ではありません。",
    inherits: (link) => `${link} から継承します。`,
    delegated: "委任 (職場または学校のアカウント)",
    personal: "委任 (個人用 Microsoft アカウント)",
    application: "アプリケーション",
    notSupported: "サポートされていません。",
    leastToMost: "アクセス許可 (特権の小さいものから大きいものへ)",
    required: "必須。",
    optional: "省略可能。",
    noRequestBody: "このメソッドには、要求本文を指定しません。",
    returnsList: (link) => `\`200 OK\` と、応答本文で ${link} オブジェクトのコレクションを返します。`,
  },
  fr: {
    property: "Propriété",
    type: "Type",
    description: "Description",
    string: "Chaîne",
    boolean: "Booléen",
    date: "Date",
    strings: "Collection de chaînes",
    objects: (link) => `Collection ${link}`,
    readOnly: "En lecture seule.",
    isReadOnly: "Cette propriété est en lecture seule.",
    values: (list) => `Les valeurs possibles sont : ${code(list).join(", ")}.`,
    oneOf: (list) => `L’une des valeurs ${code(list).join(", ")}.`,
    isDefault: "La valeur par défaut est `true`.",
    notNullable: "Non nullable.",
    inherits: (link) => `Hérite de ${link}.`,
    delegated: "Déléguée (compte professionnel ou scolaire)",
    personal: "Déléguée (compte Microsoft personnel)",
    application: "Application",
    notSupported: "Non prise en charge.",
    leastToMost: "Autorisations (de celle qui offre le moins de privilèges à celle qui en offre le plus)",
    required: "Obligatoire.",
    optional: "Facultatif.",
    noRequestBody: "N’indiquez pas le corps de la demande pour cette méthode.",
    returnsList: (link) => `Renvoie \`200 OK\` et une collection d’objets ${link} dans le corps de la réponse.`,
  },
  es: {
    property: "Propiedad",
    type: "Tipo",
    description: "Descripción",
    string: "Cadena",
    boolean: "Booleano",
    date: "Fecha",
    strings: "Colección de cadenas",
    objects: (link) => `Colección ${link}`,
    readOnly: "Solo lectura.",
    isReadOnly: "Esta propiedad es de solo lectura.",
    values: (list) => `Los valores posibles son: ${code(list).join(", ")}.`,
    oneOf: (list) => `Uno de ${code(list).join(", ")}.`,
    isDefault: "El valor predeterminado es `true`.",
    notNullable: "No admite valores NULL.",
    inherits: (link) => `Hereda de ${link}.`,
    delegated: "Delegado (cuenta profesional o educativa)",
    personal: "Delegado (cuenta personal de Microsoft)",
    application: "Aplicación",
    notSupported: "No admitido.",
    leastToMost: "Permisos (de menos a más privilegios)",
    required: "Obligatorio.",
    optional: "Opcional.",
    noRequestBody: "No proporcione un cuerpo de solicitud para este método.",
    returnsList: (link) => `Devuelve \`200 OK\` y una colección de objetos ${link} en el cuerpo de la respuesta.`,
  },
  ru: {
    property: "Свойство",
    type: "Тип",
    description: "Описание",
    string: "Строка",
    boolean: "Логический",
    date: "Дата",
    strings: "Коллекция строк",
    objects: (link) => `Коллекция ${link}`,
    readOnly: "Только для чтения.",
    isReadOnly: "Это свойство доступно только для чтения.",
    values: (list) => `Возможные значения: ${code(list).join(", ")}.`,
    oneOf: (list) => `Одно из ${code(list).join(", ")}.`,
    isDefault: "Значение по умолчанию: `true`.",
    notNullable: "Не допускает значения NULL.",
    inherits: (link) => `Наследуется от ${link}.`,
    delegated: "Делегированные (рабочая или учебная учетная запись)",
    personal: "Делегированные (личная учетная запись Майкрософт)",
    application: "Для приложений",
    notSupported: "Не поддерживается.",
    leastToMost: "Разрешения (в порядке повышения привилегий)",
    required: "Обязательный.",
    optional: "Необязательный.",
    noRequestBody: "Не указывайте текст запроса для этого метода.",
    returnsList: (link) => `Возвращает \`200 OK\` и коллекцию объектов ${link} в тексте ответа.`,
  },
};

/** `## Properties` of the original; in a translation its slug is an anchor. */
type Heading = (level: number, text: string) => string;

function pagesIn(language: string): Record<string, string> {
  const words = phrases[language];
  if (!words) throw new Error(`no phrases in ${language}`);
  const heading: Heading = (level, text) => {
    const slug = text.toLowerCase().replaceAll(" ", "-");
    return `${"#".repeat(level)} ${language === "en" ? text : `<a name="${slug}"></a>${words.description}`}\n`;
  };
  const start = language === "en" ? "" : `---\nms.contentlocale: ${language}\n---\n`;
  return {
    "api/tree-list.md": start + operationPage(words, heading),
    "resources/tree.md": start + resourcePage(words, heading),
    "resources/plant.md": `${start}${heading(1, "plant resource type")}
${heading(2, "JSON representation")}
\`\`\`json
{ "@odata.type": "orchard.plant", "id": "String" }
\`\`\`
`,
  };
}

function operationPage(words: Phrases, heading: Heading): string {
  return `${heading(1, "List trees")}
${heading(2, "Permissions")}
|${words.type}|${words.leastToMost}|
|:---|:---|
|${words.delegated}|Tree.Read.All, Tree.ReadWrite.All|
|${words.personal}|${words.notSupported}|
|${words.application}|Tree.Read.All|

${heading(2, "HTTP request")}
\`\`\`http
GET /trees
GET /trees/grown(year={year},kind='{kind}')
\`\`\`

${heading(2, "Function parameters")}
|${words.property}|${words.type}|${words.description}|
|:---|:---|:---|
|year|Int32|${words.required}|
|kind|${words.string}|${words.optional}|

${heading(2, "Request headers")}
|${words.property}|${words.description}|
|:---|:---|
|If-Match|${words.required}|
|Prefer|${words.optional}|

${heading(2, "Request body")}
${words.noRequestBody}

${heading(2, "Response")}
${words.returnsList("[tree](../resources/tree.md)")}
`;
}

function resourcePage(words: Phrases, heading: Heading): string {
  const kinds = ["apple", "pear", "plum"];
  return `${heading(1, "tree resource type")}
${words.inherits("[plant](plant.md)")}

${heading(2, "Properties")}
|${words.property}|${words.type}|${words.description}|
|:---|:---|:---|
|id|${words.string}|${words.readOnly} ${words.notNullable}|
|plantedDate|${words.date}|${words.isReadOnly}|
|isFelled|${words.boolean}|${words.isDefault}|
|names|${words.strings}|${words.description}|
|kind|${words.string}|${words.values(kinds)}|
|graft|${words.string}|${words.oneOf(kinds)}|

${heading(2, "Relationships")}
|${words.property}|${words.type}|${words.description}|
|:---|:---|:---|
|neighbors|${words.objects("[tree](tree.md)")}|${words.readOnly}|

${heading(2, "JSON representation")}
\`\`\`json
{ "@odata.type": "orchard.tree", "id": "String", "plantedDate": "Date", "isFelled": true, "names": ["String"], "kind": "String", "graft": "String", "neighbors": [] }
\`\`\`
`;
}

const compileIn = (language: string) => {
  const docs = createFolder(pagesIn(language));
  return compile({ docs, root: docs });
};

test("there are phrases for every language that has a vocabulary", () => {
  expect(Object.keys(phrases).sort()).toEqual(languages.map(({ language }) => language).sort());
});

test.each(Object.keys(phrases))("pages in %s give the document of the English ones", (language) => {
  const { openapi, diagnostics } = compileIn(language);
  const differences = compareContracts(compileIn("en").openapi, openapi);
  expect(differences.map(({ right, found }) => `${right?.text} -> ${found?.text}`)).toEqual([]);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
});

test("the document says what the phrases say", () => {
  const { openapi } = compileIn("en");
  const found = JSON.stringify(openapi.document);
  for (const fact of [
    '"readOnly":true',
    '"default":true',
    '"enum":["apple","pear","plum"]',
    "orchard.plant",
    "Tree.ReadWrite.All",
  ])
    expect(found).toContain(fact);
});
