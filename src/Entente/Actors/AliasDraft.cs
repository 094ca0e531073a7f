using Entente.Catalogue;

namespace Entente.Actors;

/// <summary>An alias while the catalogue is being read: phrases and other actors may still narrow it.</summary>
internal sealed class AliasDraft(string text, string actor, AliasKind kind, LocatedNode place)
{
    public string Text => text;

    public string Actor => actor;

    public AliasKind Kind => kind;

    /// <summary>Where the actor's entry stands, for reports.</summary>
    public LocatedNode Place => place;

    public bool CaseExact { get; set; }

    public bool DeclaredShared { get; set; }

    public bool Shared { get; set; }

    public bool OnlyAfterFullName { get; set; }

    public List<string>? NotBefore { get; set; }

    public List<string>? NotAfter { get; set; }

    public void RuleOutBefore(string words) => Add(NotBefore ??= [], words);

    public void RuleOutAfter(string words) => Add(NotAfter ??= [], words);

    public Alias Finish() =>
        new()
        {
            Text = text,
            Actor = actor,
            Kind = kind,
            CaseExact = CaseExact,
            NotBefore = NotBefore ?? (IReadOnlyList<string>)[],
            NotAfter = NotAfter ?? (IReadOnlyList<string>)[],
            Shared = Shared,
            OnlyAfterFullName = OnlyAfterFullName,
        };

    private static void Add(List<string> words, string word)
    {
        if (!words.Contains(word))
            words.Add(word);
    }
}
