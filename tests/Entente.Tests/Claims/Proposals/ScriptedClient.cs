using Microsoft.Extensions.AI;

namespace Entente.Tests.Claims.Proposals;

/// <summary>Answers from a script and remembers what it was asked.</summary>
internal sealed class ScriptedClient(params string[] answers) : IChatClient
{
    public List<List<ChatMessage>> Asked { get; } = [];

    public List<ChatOptions?> Options { get; } = [];

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Asked.Add([.. messages]);
        Options.Add(options);
        var answer = answers[Math.Min(Asked.Count, answers.Length) - 1];
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
