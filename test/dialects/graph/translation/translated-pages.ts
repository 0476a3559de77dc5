/** A page in the language it was written in, and its translation, which damages nothing. */
export interface TranslatedPage {
  /** Which documentation set it is part of. */
  readonly set: string;
  readonly path: string;
  readonly original: string;
  readonly translation: string;
}

const plants = ["tree", "shrub", "hedge", "orchard", "vine", "graft", "seedling", "harvest", "basket", "cellar"];

/** API pages, resource pages and pages of enumerations of an invented service, in English and German. */
export function translatedPages(): TranslatedPage[] {
  return plants.flatMap((plant, index) => [apiPage(plant, index), resourcePage(plant, index), enumPage(plant, index)]);
}

/** `{English|German}` is the text of one language or the other; headings get their anchors. */
function page(set: string, path: string, text: string): TranslatedPage {
  const side = (at: 1 | 2) => text.replace(/\{\{(.*?)\|\|(.*?)\}\}/gs, (...match) => String(match[at]));
  return {
    set,
    path,
    original: side(1).replace(/<a name="[^"]*"><\/a>/g, ""),
    translation: `---\ntitle: Seite\nms.contentlocale: de-DE\n---\n${side(2)}`,
  };
}

function apiPage(plant: string, index: number): TranslatedPage {
  const type = upperFirst(plant);
  return page(
    plant,
    `api/${plant}-update.md`,
    `# <a name="update-${plant}"></a>{{Update ${plant}||${plant} aktualisieren}}

{{Changes the ${plant}. At most ${120 + index} requests a minute are answered; see [limits](../limits.md).||Ändert ${plant}. Höchstens ${120 + index} Anforderungen je Minute werden beantwortet, siehe [Grenzen](../limits.md).}}

## <a name="permissions"></a>{{Permissions||Berechtigungen}}

|{{Permission type||Berechtigungstyp}}|{{Permissions (from least to most privileged)||Berechtigungen (von den wenigsten zu den meisten Rechten)}}|
|:---|:---|
|{{Delegated (work or school account)||Delegiert (Geschäfts- oder Schulkonto)}}|${type}.ReadWrite, ${type}.ReadWrite.All|
|{{Delegated (personal Microsoft account)||Delegiert (persönliches Microsoft-Konto)}}|{{Not supported.||Nicht unterstützt.}}|
|{{Application||Anwendung}}|${type}.ReadWrite.All|

## <a name="http-request"></a>{{HTTP request||HTTP-Anforderung}}

\`\`\`http
PATCH /${plant}s/{id}
\`\`\`

## <a name="request-headers"></a>{{Request headers||Anforderungsheader}}

|Name|{{Description||Beschreibung}}|
|:---|:---|
|If-Match|{{The ETag of the ${plant}.||Das ETag.}}|
|Prefer|{{\`return=minimal\` for no body.||\`return=minimal\`, wenn kein Text gewünscht ist.}}|

## <a name="request-body"></a>{{Request body||Anforderungstext}}

|{{Property||Eigenschaft}}|{{Type||Typ}}|{{Description||Beschreibung}}|
|:---|:---|:---|
|displayName|{{String||Zeichenfolge}}|{{The name, up to ${40 + index} characters.||Der Name mit bis zu ${40 + index} Zeichen.}}|
|plantedDate|{{Date||Datum}}|{{When it was planted.||Wann gepflanzt wurde.}}|
|owner|[gardener](../resources/gardener.md)|{{Whose it is.||Wem es gehört.}}|

## <a name="response"></a>{{Response||Antwort}}

{{If successful, returns \`200 OK\` and the [${plant}](../resources/${plant}.md).||Bei Erfolg werden \`200 OK\` und das [${plant}](../resources/${plant}.md)-Objekt zurückgegeben.}}

## <a name="example"></a>{{Example||Beispiel}}

\`\`\`http
PATCH https://orchard.example.com/v1.0/${plant}s/17
Content-type: application/json

{
  "displayName": "Old ${plant}",
  "plantedDate": "2001-10-0${(index % 9) + 1}"
}
\`\`\`
`,
  );
}

function resourcePage(plant: string, index: number): TranslatedPage {
  return page(
    plant,
    `resources/${plant}.md`,
    `# <a name="${plant}-resource-type"></a>{{${plant} resource type||Ressourcentyp ${plant}}}

{{Something that grows. Kept for ${3650 + index} days; see [storage](../storage.md).||Etwas, das wächst. Wird ${3650 + index} Tage aufbewahrt, siehe [Speicher](../storage.md).}}

## <a name="properties"></a>{{Properties||Eigenschaften}}

|{{Property||Eigenschaft}}|{{Type||Typ}}|{{Description||Beschreibung}}|
|:---|:---|:---|
|id|{{String||Zeichenfolge}}|{{Key. Read-only.||Schlüssel. Schreibgeschützt.}}|
|displayName|{{String||Zeichenfolge}}|{{The name.||Der Name.}}|
|state|[${plant}State](${plant}state.md)|{{Possible values are: \`young\`, \`bearing\`, \`felled\`.||Mögliche Werte sind: \`young\`, \`bearing\` und \`felled\`.}}|
|owner|[gardener](gardener.md)|{{Whose it is.||Wem es gehört.}}|
|waterings|[watering](watering.md){{ collection||-Sammlung}}|{{The last ${20 + index} of them.||Die letzten ${20 + index} davon.}}|

## <a name="relationships"></a>{{Relationships||Beziehungen}}

|{{Relationship||Beziehung}}|{{Type||Typ}}|{{Description||Beschreibung}}|
|:---|:---|:---|
|neighbors|[${plant}](${plant}.md){{ collection||-Sammlung}}|{{What grows beside it, up to [its limit](../limits.md).||Was daneben wächst, bis zu [seiner Grenze](../limits.md).}}|

## <a name="json-representation"></a>{{JSON representation||JSON-Darstellung}}

\`\`\`json
{
  "id": "String (identifier)",
  "displayName": "String",
  "state": "String",
  "owner": { "@odata.type": "orchard.gardener" },
  "waterings": [ { "@odata.type": "orchard.watering" } ],
  "neighbors": [ { "@odata.type": "orchard.${plant}" } ]
}
\`\`\`
`,
  );
}

function enumPage(plant: string, index: number): TranslatedPage {
  return page(
    plant,
    `resources/${plant}state.md`,
    `# <a name="${plant}state-enum-type"></a>{{${plant}State enum type||${plant}State-Enumerationstyp}}

{{How far it has grown after ${200 + index} days.||Wie weit es nach ${200 + index} Tagen gewachsen ist.}}

## <a name="members"></a>{{Members||Elemente}}

|{{Member||Element}}|{{Value||Wert}}|{{Description||Beschreibung}}|
|:---|:---|:---|
|young|0|{{No fruit yet.||Noch keine Früchte.}}|
|bearing|1|{{See [harvest](harvest.md).||Siehe [Ernte](harvest.md).}}|
|felled|2|{{No longer there.||Nicht mehr da.}}|
`,
  );
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
