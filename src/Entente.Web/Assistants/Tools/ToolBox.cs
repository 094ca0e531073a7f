using Entente.Web.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Entente.Web.Assistants.Tools;

/// <summary>All tools, and the border of every call of one.</summary>
internal sealed class ToolBox(AssistantSession session, ProtocolLog log)
{
    public static IReadOnlyList<AssistantTool> All { get; } =
    [
        CheckTools.CheckText,
        CheckTools.CheckDocument,
        CompareTool.CompareDocuments,
        ExpressionTools.Evaluate,
        ExpressionTools.Describe,
        ProfileTool.ProfilePair,
        ScenarioTools.List,
        ScenarioTools.Run,
        RecordTools.Search,
        RecordTools.ShowRows,
        ForecastTool.Due,
    ];

    public static ListToolsResult List() => new() { Tools = [.. All.Select(t => t.Described())] };

    public async Task<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken requested)
    {
        using var linked = session.Linked(requested);
        var cancellation = linked.Token;
        var name = request.Params?.Name ?? "";
        var tool =
            All.FirstOrDefault(t => t.Name == name)
            ?? throw new McpProtocolException(
                InputProblem.OneLine(
                    $"found the tool '{(name.Length <= 80 ? name : name[..80])}', expected one of {string.Join(", ", All.Select(t => t.Name))}"
                ),
                McpErrorCode.InvalidParams
            );
        var progress = new CallProgress(request.Server, request.Params?.ProgressToken);
        try
        {
            using var turn = await session.TurnAsync(cancellation).ConfigureAwait(false);
            var answer = await Task.Run(() => tool.Run(new(tool, request.Params?.Arguments, session, progress, cancellation)), cancellation)
                .ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return new() { Content = [new TextContentBlock { Text = answer.Text }], StructuredContent = answer.Json };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The border of the program: whatever is not foreseen is a defect, said in one line.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (Problems.Foreseen(e) is { } problem)
                return Failed(problem);
            log.Defect(name, e);
            return Failed(AssistantProblems.Defect(e));
        }
        finally
        {
            await progress.EndAsync().ConfigureAwait(false);
        }
    }

    private static CallToolResult Failed(InputProblem problem) =>
        new()
        {
            IsError = true,
            Content = [new TextContentBlock { Text = problem.ToString() }],
            StructuredContent = AssistantProblems.Json(problem),
        };
}
