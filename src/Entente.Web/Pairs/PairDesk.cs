using Entente.Application.Composition;
using Entente.Web.Hosting;
using Entente.Web.Http;

namespace Entente.Web.Pairs;

/// <summary>The profiles that were asked for lately. However many ask for one at the same time, it is made once.</summary>
internal sealed class PairDesk(Workbench workbench) : IDisposable
{
    /// <summary>A profile with all its years, its JSON in three encodings and its charts is about a megabyte.</summary>
    private const int Kept = 64;

    private readonly SharedMemo<PairKey, PairPage> pages = new(Kept, Math.Max(1, Environment.ProcessorCount));

    /// <summary>How many profiles were made.</summary>
    public int Made => pages.Made;

    public Task<PairPage> Page(PairKey key, CancellationToken cancellation) => pages.Get(key, () => Make(key), cancellation);

    public void Dispose() => pages.Dispose();

    private PairPage Make(PairKey key)
    {
        var wish = new ProfileWish(key.Pair.First, key.Pair.Second, key.From, key.To, key.AsOf)
        {
            Beside = [.. key.Beside.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(',')).Select(p => (p[0], p[1]))],
        };
        var outcome = workbench.Engine.Profile(wish, CancellationToken.None);
        return outcome.Value is { } profile ? new(profile) : throw new WrongUseException(outcome.Problem!);
    }
}
