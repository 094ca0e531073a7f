using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Web.Http;

/// <summary>
/// The types that addresses and answers are described with in the OpenAPI document, known when the program is compiled: in machine code nothing is
/// found out about types while it runs.
/// </summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class WireTypes : JsonSerializerContext;
