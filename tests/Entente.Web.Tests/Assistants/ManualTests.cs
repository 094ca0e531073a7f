using System.Text.Json;
using Entente.Web.Assistants.Tools;

namespace Entente.Web.Tests.Assistants;

/// <summary>docs/assistants.md: it names every tool, its examples are calls that succeed, and its configurations are JSON.</summary>
public sealed class ManualTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Clone.Root, "docs", "assistants.md"));

    [Fact]
    public async Task Every_tool_is_in_the_table_and_its_example_is_a_call_that_succeeds()
    {
        var rows = Page.Where(l => l.StartsWith("| `", StringComparison.Ordinal) && l.Contains("`{")).ToList();
        rows.Select(r => r.Split('`')[1]).ShouldBe(ToolBox.All.Select(t => t.Name), ignoreOrder: true);
        await using var desk = await AssistantDesk.Open(d =>
        {
            d.File("texts/notes/a.md", "Trade between China and Russia reached $190 billion in 2022.\n");
            d.File("texts/notes/b.md", "Trade between China and Russia reached $180 billion in 2022.\n");
        });
        foreach (var row in rows)
        {
            var example = row[row.IndexOf("`{", StringComparison.Ordinal)..].Trim('|', ' ', '`');
            var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(example);
            var result = await desk.Call(row.Split('`')[1], arguments);
            result.IsError.ShouldNotBe(true, $"{row}: {AssistantDesk.Text(result)}");
        }
    }

    [Fact]
    public void Configurations_are_json_and_name_the_command()
    {
        var blocks = string.Join('\n', Page)
            .Split("```json\n")
            .Skip(1)
            .Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)])
            .ToList();
        blocks.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var block in blocks)
            JsonElement
                .Parse(block)
                .EnumerateObject()
                .Single()
                .Value.GetProperty("entente")
                .GetProperty("args")[0]
                .GetString()
                .ShouldBe("mcp");
    }
}
