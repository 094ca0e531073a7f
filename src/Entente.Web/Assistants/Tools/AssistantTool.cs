using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Assistants.Tools;

/// <summary>What a tool answers.</summary>
/// <param name="Json">The JSON of the command that does the same.</param>
/// <param name="Text">A short reading of it that cites, and says what cannot be told.</param>
internal sealed record ToolAnswer(JsonElement Json, string Text);

/// <summary>A tool: what an assistant is told of it, and what it does. Nothing it does changes a file.</summary>
/// <param name="Schema">JSON Schema of its arguments.</param>
/// <param name="Run">Called on a thread of its own; may be called several times at once.</param>
internal sealed record AssistantTool(string Name, string Title, string Description, string Schema, Func<ToolCall, ToolAnswer> Run)
{
    private readonly Lazy<JsonElement> schema = new(() =>
    {
        using var parsed = JsonDocument.Parse(Schema);
        return parsed.RootElement.Clone();
    });

    public JsonElement InputSchema => schema.Value;

    public Tool Described() =>
        new()
        {
            Name = Name,
            Title = Title,
            Description = Description,
            InputSchema = InputSchema,
            Annotations = new()
            {
                Title = Title,
                ReadOnlyHint = true,
                IdempotentHint = true,
                DestructiveHint = false,
                OpenWorldHint = false,
            },
        };
}
