using System.Text;
using Entente.Application.Composition;
using Entente.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Tests.Hosting;

/// <summary>What is read behind the first view, before anybody asks for it.</summary>
public sealed class ReadAheadTests
{
    [Fact]
    public async Task What_is_rehearsed_is_a_text_with_claims_and_claims_without_a_fault()
    {
        await using var office = await Office.Open();
        var engine = Composer.Compose(office.Surroundings);
        foreach (var claim in Rehearsal.Claims)
            engine.Faults(claim).ShouldBeEmpty(claim);
        var text = engine.Read(Encoding.UTF8.GetBytes(Rehearsal.Text), "rehearsal.md", null).Value.ShouldNotBeNull();
        engine.Extract(text, CancellationToken.None).Claims.Count.ShouldBeGreaterThanOrEqualTo(8);
        Should.NotThrow(() => Rehearsal.Run(engine, Office.Today, static () => { }, CancellationToken.None));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Once_the_first_view_is_answered_all_is_gone_through_where_the_server_is_to_stay(bool rehearses, int profiles)
    {
        await using var office = await Office.Open();
        var made = 0;
        Engine Compose(Surroundings surroundings) =>
            Composer.Compose(surroundings) with
            {
                Profile = (_, _) =>
                {
                    Interlocked.Increment(ref made);
                    return new InputProblem
                    {
                        Where = "profile",
                        Found = "a test",
                        Expected = "none",
                    };
                },
            };
        await using var server = await EntenteServer.Start(
            new ServeOptions { Port = 0, Rehearses = rehearses },
            office.Surroundings,
            Compose
        );
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync("api/session");
        answer.EnsureSuccessStatusCode();
        await server.Services.GetRequiredService<ReadAhead>().Done;
        made.ShouldBe(profiles);
    }

    [Fact]
    public async Task What_is_wrong_with_the_record_is_told_to_who_asks_and_stops_nobody_else()
    {
        await using var office = await Office.Open();
        await using var server = await EntenteServer.Start(
            new ServeOptions { Port = 0, Rehearses = true },
            office.Surroundings,
            s => Composer.Compose(s) with { Read = (_, _, _) => throw new InvalidOperationException("broken") }
        );
        using var client = new HttpClient { BaseAddress = server.Address };
        using (var first = await client.GetAsync("api/session"))
            first.EnsureSuccessStatusCode();
        var ahead = server.Services.GetRequiredService<ReadAhead>();
        await ahead.Done;
        ahead.Done.IsCompletedSuccessfully.ShouldBeTrue();
        using var again = await client.GetAsync("api/pairs/CHN/RUS/events");
        again.EnsureSuccessStatusCode();
    }
}
