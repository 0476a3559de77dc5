/** A reference page in the Graph format that gives one operation, without any problem. */
export const goodPage = `---
title: "Get widget"
description: "Read one widget."
doc_type: apiPageType
---

# Get widget

Namespace: contoso.widgets

Read one widget.

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Widgets.Read.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Widgets.Read.All|

## HTTP request

\`\`\`http
GET /widgets/{id}
\`\`\`

## Request headers

|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|

## Request body

Do not supply a request body for this method.

## Response

On success the answer is \`200 OK\` and a [widget](../resources/widget.md) object in the response body.

## Examples

### Request

<!-- {
  "blockType": "request",
  "name": "get_widget"
}-->

\`\`\`http
GET https://api.contoso.com/v1.0/widgets/1
\`\`\`

### Response

<!-- {
  "blockType": "response",
  "truncated": true,
  "@odata.type": "contoso.widgets.widget"
}-->

\`\`\`http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "id": "1",
  "name": "Cog"
}
\`\`\`
`;

/** A resource page of the Graph format, with these further rows in its table of properties. */
export function resourcePage(...rows: readonly string[]): string {
  return `---
title: "widget resource type"
description: "A part of a machine."
doc_type: resourcePageType
---

# widget resource type

Namespace: contoso.widgets

A part of a machine.

## Methods

|Method|Return type|Description|
|:---|:---|:---|
|[Get widget](../api/widget-get.md)|[widget](widget.md)|Read one widget.|

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The widget's identifier. Key.|
|name|String|The widget's name.|
${rows.map((row) => `${row}\n`).join("")}
## JSON representation

As JSON, an object looks like this.

<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "@odata.type": "contoso.widgets.widget"
}-->

\`\`\`json
{
  "@odata.type": "#contoso.widgets.widget",
  "id": "String (identifier)",
  "name": "String"
}
\`\`\`
`;
}
