using System.Collections.Concurrent;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Reports;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Tests.Assistants;

/// <summary>Several calls at once, progress, cancelling, and what happens when something of ours breaks.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Many_calls_at_once_are_each_answered_with_their_own()
    {
        await using var desk = await AssistantDesk.Open();
        var years = Enumerable.Range(2000, 24).ToList();
        var answers = await Task.WhenAll(years.Select(y => desk.Json("evaluate_expression", new { expression = $"trade(CHN, RUS, {y})" })));
        answers.Select(a => a.GetProperty("expression").GetString()).ShouldBe(years.Select(y => $"trade(CHN, RUS, {y})"));
        var mixed = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    i % 2 == 0
                        ? desk.Call("run_scenario", new { scenario = "whoever-wins", draws = 20 })
                        : desk.Call("check_document", new { document = "entente://sample/article.md" })
                )
        );
        mixed.ShouldAllBe(m => m.IsError != true);
        mixed.Where((_, i) => i % 2 == 0).Select(AssistantDesk.Text).Distinct().Count().ShouldBe(1);
        mixed.Where((_, i) => i % 2 == 1).Select(AssistantDesk.Text).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Progress_is_told_to_those_who_ask()
    {
        await using var desk = await AssistantDesk.Open();
        // The client handles what it is told and the answer each by itself, and forgets who asked once the answer is there: so we listen on our own.
        var told = new ConcurrentQueue<ProgressNotificationParams>();
        var second = new TaskCompletionSource();
        await using var listening = desk.Client.RegisterNotificationHandler(
            NotificationMethods.ProgressNotification,
            (notification, _) =>
            {
                told.Enqueue(notification.Params.Deserialize<ProgressNotificationParams>(McpJsonUtilities.DefaultOptions)!);
                if (told.Count > 1)
                    second.TrySetResult();
                return default;
            }
        );
        var result = await desk.Client.CallToolAsync(
            "run_scenario",
            new Dictionary<string, object?> { ["scenario"] = "us-china-decoupling", ["draws"] = 2000 },
            new Unheard()
        );
        result.IsError.ShouldNotBe(true, AssistantDesk.Text(result));
        await second.Task.WaitAsync(TimeSpan.FromSeconds(60));
        told.Select(t => t.Progress).ShouldAllBe(p => p.Progress >= 0 && p.Progress <= 1 && p.Total == 1 && p.Message != null);
    }

    [Fact]
    public async Task A_cancelled_call_stops_its_work_and_the_next_is_heard()
    {
        using var begun = new SemaphoreSlim(0);
        var stopped = new TaskCompletionSource();
        await using var desk = await AssistantDesk.Open(compose: s =>
            Composer.Compose(s) with
            {
                Profile = (_, cancellation) =>
                {
                    begun.Release();
                    cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
                    if (cancellation.IsCancellationRequested)
                        stopped.TrySetResult();
                    cancellation.ThrowIfCancellationRequested();
                    throw new InvalidOperationException("nobody cancelled");
                },
            }
        );
        using var cancel = new CancellationTokenSource();
        var call = desk.Call("profile_pair", new { first = "CHN", second = "RUS" }, cancel.Token);
        (await begun.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
        (await desk.Json("evaluate_expression", new { expression = "date(entry(FIN, NATO))" }))
            .GetProperty("value")
            .GetString()
            .ShouldBe("2023-04-04");
        desk.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_client_s_going_stops_work_and_ends_the_server()
    {
        using var begun = new SemaphoreSlim(0);
        var stopped = new TaskCompletionSource();
        await using var desk = await AssistantDesk.Open(compose: s =>
            Composer.Compose(s) with
            {
                Profile = (_, cancellation) =>
                {
                    begun.Release();
                    cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
                    stopped.TrySetResult();
                    cancellation.ThrowIfCancellationRequested();
                    throw new InvalidOperationException("nobody cancelled");
                },
            }
        );
        var call = desk.Call("profile_pair", new { first = "CHN", second = "RUS" });
        (await begun.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue();
        await desk.Close();
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Should.ThrowAsync<Exception>(() => call);
    }

    [Fact]
    public async Task A_defect_is_said_in_a_line_without_its_working()
    {
        await using var desk = await AssistantDesk.Open(compose: s =>
            Composer.Compose(s) with
            {
                Ask = (_, _) => throw new InvalidDataException("the inside of it"),
                Quantities = _ => [],
            }
        );
        var (line, problem) = await desk.Fails("evaluate_expression", new { expression = "trade(CHN, RUS, 2022)" });
        line.ShouldBe(
            "entente: found a defect of Entente: InvalidDataException, expected an answer (standard error of the process says more)"
        );
        problem.GetProperty("found").GetString()!.ShouldNotContain("inside");
        desk.Said.ShouldContain("evaluate_expression: InvalidDataException: the inside of it");
        desk.Said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Hostile_texts_and_expressions_are_answered()
    {
        await using var desk = await AssistantDesk.Open();
        foreach (
            var expression in new[]
            {
                new string('(', 2000) + "1" + new string(')', 1990),
                string.Concat(Enumerable.Repeat("growth(", 400)) + "trade(CHN, RUS, 2022)" + new string(')', 400),
                string.Join(" + ", Enumerable.Repeat("1", 900)),
                "\"" + new string('x', 3000),
                "trade(CHN, RUS, 99999999999999999999)",
                "𝔱𝔯𝔞𝔡𝔢(\u202eCHN\u2066, RUS)",
            }
        )
            AssistantDesk.Text(await desk.Call("evaluate_expression", new { expression })).ShouldNotBeEmpty();
        foreach (
            var text in new[]
            {
                new string('9', 300_000),
                string.Concat(Enumerable.Repeat("> ", 20_000)) + "trade",
                string.Concat(Enumerable.Repeat("[", 50_000)),
                "Trade \u001b[31mred\u001b[0m between China and Russia \u202ereached $190 billion in 2022.",
                "---\ntitle: [\n---\nTrade.",
                "<script>alert(1)</script> Trade between China and Russia reached $190 billion in 2022.",
            }
        )
        {
            var result = await desk.Call("check_text", new { text });
            AssistantDesk.Text(result).ShouldNotContain("defect");
        }
        foreach (
            var yaml in new[]
            {
                "a: &a [*a]",
                new string('[', 50_000),
                "scenario: x\nbase: {dataset: wiod, year: 2011}\nshocks: []",
                "argument: x\n",
                "!!python/object/apply:os.system [ls]",
            }
        )
            (await desk.Fails("run_scenario", new { yaml })).Line.ShouldNotContain("defect");
    }

    private sealed class Unheard : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) { }
    }
}
